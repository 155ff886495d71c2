import * as z from 'zod/mini';
import {
  apiUrlText,
  booleanText,
  durationText,
  fingerprintText,
  listText,
  patternText,
  thresholdText,
  wholeNumberText,
  wordText,
} from './parsers.ts';
import { type Operation, operations, providers } from './words.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const printable = /^[\x21-\x7e]+$/;

/**
 * Every input: its type, its rule and its default. action.yml, the README's tables and the type `Inputs` are
 * made from this. A default is the text that action.yml gives.
 */
export const inputSchema = z.object({
  operation: wordText(operations),
  provider: wordText(providers),
  'dry-run': z.prefault(booleanText(), 'false'),
  force: z.prefault(booleanText(), 'false'),

  'account-id': z.optional(
    patternText(
      /^[0-9a-f]{32}$/,
      "a Cloudflare account id: 32 lower-case hex digits, as in the dashboard's URL",
    ),
  ),
  'api-url': z.optional(apiUrlText()),

  'api-token': z.optional(patternText(printable, 'an API token without blanks, as the vendor shows it once')),
  'api-email': z.optional(
    patternText(/^[^\s@]+@[^\s@]+$/, 'the e-mail address of the account that the key is of'),
  ),
  'api-key': z.optional(patternText(printable, 'a Global API Key without blanks')),

  'certificate-id': z.optional(
    patternText(
      /^[0-9A-Za-z-]{1,36}$/,
      "the vendor's id of a certificate: letters, digits and hyphens, 36 at most",
    ),
  ),
  fingerprint: z.optional(fingerprintText()),
  status: z.optional(listText()),
  'in-use': z.optional(booleanText()),

  'validity-days': z.optional(wholeNumberText(1, 10_950)),

  'fail-within': z.optional(thresholdText()),
  'warn-within': z.optional(thresholdText()),
  'fail-job': z.prefault(booleanText(), 'true'),
  'on-empty': z.prefault(wordText(['fail', 'warn', 'ignore']), 'fail'),

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

/** What people read about an input, and where it may be given. */
export interface InputNotes {
  readonly group: string;
  readonly description: string;
  readonly required?: true;
  /** Masked before anything is printed, and never shown in a message. */
  readonly secret?: true;
  /** Where only some operations can heed it: given elsewhere, it is refused. */
  readonly operations?: readonly Operation[];
  /** The vendor's own environment variable that serves where the input is empty. */
  readonly environment?: string;
}

const onOneCertificate: readonly Operation[] = ['get', 'activate', 'deactivate', 'delete'];

/** Notes on every input, in the order of action.yml. */
export const inputNotes: Readonly<Record<InputName, InputNotes>> = {
  operation: {
    group: 'What',
    description: `What to do: ${operations.map((word) => `\`${word}\``).join(', ')}.`,
    required: true,
  },
  provider: {
    group: 'What',
    description: `Which certificate store: ${providers.map((word) => `\`${word}\``).join(', ')}.`,
    required: true,
  },
  'dry-run': {
    group: 'What',
    description: 'Do every read and every check, print the calls that would be made, change nothing.',
  },
  force: {
    group: 'What',
    description:
      'Do it although a guard objects (the certificate is in use, or the last one available). What the vendor would refuse stays refused.',
    operations: ['deactivate', 'delete'],
  },
  'account-id': {
    group: 'Where',
    description: 'Cloudflare account id. Needed by `cloudflare-gateway`.',
    environment: 'CLOUDFLARE_ACCOUNT_ID',
  },
  'api-url': {
    group: 'Where',
    description:
      "Replaces scheme, host and port of the vendor's API: https, or http on loopback (a simulator). Paths stay the vendor's own.",
  },
  'api-token': {
    group: 'Credentials',
    description: 'Cloudflare API token (user- or account-owned). Give this, or `api-email` with `api-key`.',
    secret: true,
    environment: 'CLOUDFLARE_API_TOKEN',
  },
  'api-email': {
    group: 'Credentials',
    description: 'E-mail address that belongs to `api-key`.',
    environment: 'CLOUDFLARE_EMAIL',
  },
  'api-key': {
    group: 'Credentials',
    description: 'Cloudflare Global API Key. A scoped `api-token` is safer.',
    secret: true,
    environment: 'CLOUDFLARE_API_KEY',
  },
  'certificate-id': {
    group: 'Which',
    description: "The certificate's id at the vendor. Give this or `fingerprint`.",
    operations: onOneCertificate,
  },
  fingerprint: {
    group: 'Which',
    description:
      "The certificate's SHA-256 fingerprint, with or without colons, in either case. It must match exactly one certificate.",
    operations: onOneCertificate,
  },
  status: {
    group: 'Which',
    description:
      'Only certificates of these statuses (`inactive`, `pending_deployment`, `available`, `pending_deletion`).',
    operations: ['list'],
  },
  'in-use': {
    group: 'Which',
    description: 'Only certificates that are (`true`) or are not (`false`) in use.',
    operations: ['list'],
  },
  'validity-days': {
    group: 'Material',
    description: "How long the new certificate is valid, 1 to 10950 days. Empty: the vendor's default, 1825.",
    operations: ['create'],
  },
  'fail-within': {
    group: 'Expiry',
    description:
      "Fail where a certificate's remaining time is within this threshold: `30` or `30d`, `12h`, `33%` of its lifetime, or both, `30d 33%`: then the shorter counts.",
  },
  'warn-within': {
    group: 'Expiry',
    description: 'Warn where the remaining time is within this threshold; written as in `fail-within`.',
  },
  'fail-job': {
    group: 'Expiry',
    description: 'With `false` the verdict `fail` is reported and the job goes on.',
  },
  'on-empty': {
    group: 'Expiry',
    description:
      'Verdict where a threshold is given and no certificate counts: `fail`, `warn` or `ignore`. An empty list is more often a mistake than good news.',
  },
  wait: {
    group: 'Waiting',
    description: 'Wait until an `activate` or `deactivate` has taken effect.',
  },
  'wait-for': {
    group: 'Waiting',
    description: 'Read the certificate again until it has this status.',
    operations: ['get'],
  },
  'wait-timeout': {
    group: 'Waiting',
    description: 'How long to wait at most, such as `30s`, `10m` or `1h`.',
  },
  'poll-interval': {
    group: 'Waiting',
    description: 'Time between two reads while waiting.',
  },
  'request-timeout': {
    group: 'Transport',
    description: 'Time for one try of one call, from look-up to the last octet.',
  },
  'max-retries': {
    group: 'Transport',
    description:
      'Tries beyond the first, where a call may safely be sent again. A `create` that may have arrived is never sent again.',
  },
  'retry-delay': {
    group: 'Transport',
    description: 'First pause before a retry; it doubles each time. A `Retry-After` of the vendor is heeded.',
  },
  concurrency: {
    group: 'Transport',
    description: 'How many calls may be under way at once.',
  },
  summary: {
    group: 'Reports',
    description: 'Write a job summary.',
  },
};

/** Every input's name, in the order of action.yml. */
export const inputNames = Object.keys(inputNotes) as readonly InputName[];
