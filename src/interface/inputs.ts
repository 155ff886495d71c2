import * as z from 'zod/mini';
import {
  anyText,
  apiUrlText,
  booleanText,
  commaListText,
  durationText,
  fingerprintText,
  listText,
  orderedWordListText,
  patternText,
  thresholdText,
  verifiedHostsText,
  wholeNumberText,
  wordListText,
  wordText,
} from './parsers.ts';
import {
  keyAlgorithms,
  operations,
  providers,
  reportFormats,
  retireWays,
  rotationPhases,
  views,
} from './words.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const printable = /^[\x21-\x7e]+$/;

/**
 * Every input: its type, its rule and its default. action.yml, the README's tables and the type `Inputs` are
 * made from this. A default is the text that action.yml gives.
 */
export const inputSchema = z.object({
  operation: wordText(operations),
  provider: z.optional(wordText(providers)),
  'dry-run': z.prefault(booleanText(), 'false'),
  force: z.prefault(booleanText(), 'false'),

  'account-id': z.optional(
    patternText(
      /^[0-9a-f]{32}$/,
      "a Cloudflare account id: 32 lower-case hex digits, as in the dashboard's URL",
    ),
  ),
  'zone-id': z.optional(
    patternText(
      /^[0-9a-f]{32}$/,
      "a Cloudflare zone id: 32 lower-case hex digits, as on the zone's overview page",
    ),
  ),
  'customer-id': z.optional(
    patternText(
      /^\d{1,20}$/,
      'a ZPA customer (tenant) id: digits only, as under Configuration & Control · Public API',
    ),
  ),
  'microtenant-id': z.optional(
    patternText(/^\d{1,20}$/, 'a ZPA microtenant id: digits only; 0 is the Default microtenant'),
  ),
  cloud: z.optional(
    patternText(/^[A-Za-z0-9]{2,20}$/, 'the name of a Zscaler cloud, such as PRODUCTION or ZPATWO'),
  ),
  'vanity-domain': z.optional(
    patternText(
      /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/,
      'the first part of the ZIdentity sign-in host alone, such as acme for acme.zslogin.net',
    ),
  ),
  'api-url': z.optional(apiUrlText()),

  'api-token': z.optional(patternText(printable, 'an API token without blanks, as the vendor shows it once')),
  'api-email': z.optional(
    patternText(/^[^\s@]+@[^\s@]+$/, 'the e-mail address of the account that the key is of'),
  ),
  'api-key': z.optional(patternText(printable, 'a Global API Key without blanks')),
  'client-id': z.optional(patternText(printable, 'the id of a Zscaler API client, without blanks')),
  'client-secret': z.optional(anyText()),
  'client-private-key': z.optional(anyText()),

  'certificate-id': z.optional(
    patternText(
      /^[0-9A-Za-z-]{1,36}$/,
      "the vendor's id of a certificate: letters, digits and hyphens, 36 at most",
    ),
  ),
  fingerprint: z.optional(fingerprintText()),
  name: z.optional(
    patternText(/^[^\p{Cc}]{1,255}$/u, 'a name of at most 255 characters without control characters'),
  ),
  status: z.optional(listText()),
  'in-use': z.optional(booleanText()),
  search: z.optional(
    patternText(/^[^\p{Cc}]{1,500}$/u, 'a search such as "name EQ intranet.example.com", on one line'),
  ),
  'page-size': z.optional(wholeNumberText(1, 500)),
  view: z.prefault(wordText(views), 'all'),

  'validity-days': z.optional(wholeNumberText(1, 36_500)),
  csr: z.optional(anyText()),
  subject: z.optional(anyText()),
  'key-algorithm': z.prefault(wordText(keyAlgorithms), 'ecdsa-p256'),
  certificate: z.optional(anyText()),
  'private-key': z.optional(anyText()),
  chain: z.optional(anyText()),
  description: z.optional(
    patternText(/^[^\p{Cc}]{0,1000}$/u, 'a description of at most 1000 characters on one line'),
  ),
  'allow-untrusted-chain': z.prefault(booleanText(), 'false'),

  'fail-within': z.optional(thresholdText()),
  'warn-within': z.optional(thresholdText()),
  'fail-job': z.prefault(booleanText(), 'true'),
  'on-empty': z.prefault(wordText(['fail', 'warn', 'ignore']), 'fail'),

  targets: z.optional(anyText()),
  'targets-file': z.optional(patternText(/^[^\p{Cc}]{1,1000}$/u, 'the path of a file in the workspace')),
  credentials: z.optional(anyText()),
  'validate-only': z.prefault(booleanText(), 'false'),
  'report-formats': z.prefault(wordListText(reportFormats), 'html,json'),
  'report-directory': z.optional(patternText(/^[^\p{Cc}]{1,1000}$/u, 'the path of a folder')),
  issue: z.prefault(booleanText(), 'false'),
  'issue-key': z.optional(
    patternText(/^[^\p{Cc}<>]{1,200}$/u, 'a text of at most 200 characters without angle brackets'),
  ),
  'issue-labels': z.optional(commaListText()),
  'issue-assignees': z.optional(listText()),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's, which the runner resolves.
  'github-token': z.prefault(anyText(), '${{ github.token }}'),

  phases: z.prefault(orderedWordListText(rotationPhases), 'plan'),
  'rotate-within': z.optional(thresholdText()),
  soak: z.optional(durationText(0, 90 * DAY)),
  overlap: z.optional(durationText(0, 365 * DAY)),
  'successor-id': z.optional(
    patternText(/^[0-9A-Za-z-]{1,36}$/, "a certificate's id at the vendor, or new to make another one"),
  ),
  'retire-by': z.optional(wordText(retireWays)),
  'expect-plan': z.optional(
    patternText(/^[0-9a-f]{64}$/, 'the output plan-digest of an earlier plan: 64 lower-case hex digits'),
  ),
  'gate-environments': z.optional(commaListText()),
  'allow-ungated': z.prefault(booleanText(), 'false'),
  'verify-hosts': z.optional(verifiedHostsText()),
  'store-secret': z.optional(
    patternText(
      /^(?!GITHUB_)[A-Za-z_][A-Za-z0-9_]{0,254}$/i,
      'the name of a GitHub Actions secret: letters, digits and underscores, no digit first, and not GITHUB_ at its beginning',
    ),
  ),
  'store-environment': z.optional(patternText(/^[^\p{Cc}]{1,255}$/u, 'the name of an environment')),
  'store-repository': z.optional(patternText(/^[\w.-]+\/[\w.-]+$/, 'a repository as owner/name')),
  'store-token': z.optional(patternText(printable, 'a token of GitHub without blanks')),

  wait: z.prefault(booleanText(), 'true'),
  'wait-for': z.optional(patternText(/^[a-z_-]{1,40}$/, 'one status of the provider')),
  'wait-timeout': z.prefault(durationText(0, 6 * HOUR), '10m'),
  'poll-interval': z.prefault(durationText(10, HOUR), '3s'),

  'request-timeout': z.prefault(durationText(50, 10 * MINUTE), '30s'),
  'max-retries': z.prefault(wholeNumberText(0, 20), '4'),
  'retry-delay': z.prefault(durationText(1, MINUTE), '1s'),
  concurrency: z.prefault(wholeNumberText(1, 32), '8'),

  summary: z.prefault(booleanText(), 'true'),
});

export type Inputs = z.output<typeof inputSchema>;
export type InputName = keyof Inputs;

/** The text that action.yml gives as an input's default; undefined where it has none. */
export function defaultOf(name: InputName): string | undefined {
  const definition: object = inputSchema.shape[name]._zod.def;
  return 'defaultValue' in definition ? String(definition.defaultValue) : undefined;
}
