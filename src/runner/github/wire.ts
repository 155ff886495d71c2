import * as z from 'zod/mini';

/*
 * What GitHub sends, as far as it is used (GitHub REST API, Issues). Unknown fields are tolerated.
 */

const text = z.optional(z.nullable(z.string()));
const person = z.looseObject({ login: z.string() });
/** Old servers send labels by name alone. */
const label = z.union([z.string(), z.looseObject({ name: text })]);

export const issueSchema = z.looseObject({
  number: z.int().check(z.positive()),
  title: z.string(),
  body: text,
  state: z.string(),
  html_url: z.string(),
  updated_at: z.string(),
  labels: z.optional(z.array(label)),
  assignees: z.optional(z.nullable(z.array(person))),
  /** Pull requests are listed among the issues. */
  pull_request: z.optional(z.unknown()),
});
export type WireIssue = z.output<typeof issueSchema>;

export const issuesSchema = z.array(issueSchema);

/** The name of a label in either of its forms; empty where it has none. */
export function nameLabel(given: z.output<typeof label>): string {
  return typeof given === 'string' ? given : (given.name ?? '');
}
