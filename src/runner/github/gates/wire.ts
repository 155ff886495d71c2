import * as z from 'zod/mini';

/*
 * What GitHub sends, as far as it is used (GitHub REST API, Deployment environments, Deployment protection rules).
 * Unknown fields are tolerated.
 */

const reviewer = z.looseObject({
  type: z.optional(z.string()),
  reviewer: z.optional(
    z.nullable(z.looseObject({ login: z.optional(z.string()), slug: z.optional(z.string()) })),
  ),
});

const rule = z.looseObject({
  type: z.string(),
  wait_timer: z.optional(z.number()),
  reviewers: z.optional(z.nullable(z.array(reviewer))),
  prevent_self_review: z.optional(z.boolean()),
});
export type WireRule = z.output<typeof rule>;

export const environmentSchema = z.looseObject({
  name: z.string(),
  /** Left out where there are none. */
  protection_rules: z.optional(z.nullable(z.array(rule))),
});

export const customRulesSchema = z.looseObject({
  custom_deployment_protection_rules: z.optional(
    z.nullable(
      z.array(
        z.looseObject({
          enabled: z.boolean(),
          app: z.optional(z.nullable(z.looseObject({ slug: z.optional(z.string()) }))),
        }),
      ),
    ),
  ),
});
export type WireCustomRules = z.output<typeof customRulesSchema>;
