import * as z from 'zod/mini';
import { inputSchema } from '../inputs.ts';
import { booleanText, listText, patternText } from '../parsers.ts';
import { credentialNameText, endText, lineText, webAddressText } from './field-texts.ts';

const inputs = inputSchema.shape;

/** Keys of a target that name a credential rather than hold it. */
const nameOfCredential = z.optional(credentialNameText());

/**
 * Every key of a target whose value is one text, or a list of words. Those that inputs have too are read as the
 * inputs are.
 */
export const targetSchema = z.object({
  name: z.optional(lineText(100, 'a name')),
  provider: inputs.provider,
  'account-id': inputs['account-id'],
  'zone-id': inputs['zone-id'],
  'customer-id': inputs['customer-id'],
  'microtenant-id': inputs['microtenant-id'],
  view: z.optional(inputs.view),
  search: inputs.search,
  'page-size': inputs['page-size'],
  'api-url': inputs['api-url'],
  cloud: inputs.cloud,
  'vanity-domain': inputs['vanity-domain'],

  'api-token-env': nameOfCredential,
  'api-email-env': nameOfCredential,
  'api-key-env': nameOfCredential,
  'client-id-env': nameOfCredential,
  'client-secret-env': nameOfCredential,
  'client-private-key-env': nameOfCredential,
  'api-token': inputs['api-token'],
  'api-email': inputs['api-email'],
  'api-key': inputs['api-key'],
  'client-id': inputs['client-id'],
  'client-secret': inputs['client-secret'],
  'client-private-key': inputs['client-private-key'],

  'warn-within': inputs['warn-within'],
  'fail-within': inputs['fail-within'],
  'only-in-use': z.optional(booleanText()),
  statuses: z.optional(listText()),
  types: z.optional(listText()),
  owner: z.optional(lineText(200, 'a person or team')),
  runbook: z.optional(webAddressText()),
});

export type TargetValues = z.output<typeof targetSchema>;
export type TargetKey = keyof TargetValues | 'ignore';

/** Every key of an `ignore` rule. */
export const ruleSchema = z.object({
  id: inputs['certificate-id'],
  fingerprint: inputs.fingerprint,
  name: z.optional(
    patternText(
      /^[^\p{Cc}]{1,255}$/u,
      'a name, or a pattern with * for any text and ? for one character, of at most 255 characters',
    ),
  ),
  reason: z.optional(lineText(500, 'a reason')),
  until: z.optional(endText()),
});

export type RuleValues = z.output<typeof ruleSchema>;
export type RuleKey = keyof RuleValues;
/** What names the certificates of a rule; one of them. */
export const ruleSelectors = ['id', 'fingerprint', 'name'] as const satisfies readonly RuleKey[];
