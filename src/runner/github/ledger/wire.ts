import * as z from 'zod/mini';

/*
 * What GitHub sends, as far as it is used (GitHub REST API, Deployments). Unknown fields are tolerated.
 */

export const deploymentSchema = z.looseObject({
  /** Too long for a number, it is read as a bigint. */
  id: z.union([z.int(), z.bigint()]),
  task: z.string(),
  environment: z.string(),
  /** An object, or its JSON. */
  payload: z.optional(z.unknown()),
  created_at: z.string(),
});
export type WireDeployment = z.output<typeof deploymentSchema>;

export const deploymentsSchema = z.array(deploymentSchema);
