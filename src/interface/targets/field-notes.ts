import { inputNotes } from '../input-notes.ts';
import type { ProviderName } from '../words.ts';
import type { RuleKey, TargetKey } from './fields.ts';

/** What people read about a key, and where it may be given. */
export interface FieldNotes {
  readonly description: string;
  /** Where only some providers can heed it: given for another, it is refused. */
  readonly providers?: readonly ProviderName[];
  /** Why the others cannot; follows "has no effect with provider …". */
  readonly why?: string;
  /** What it holds may look like a number, and is taken as it is written. */
  readonly numeric?: true;
  /** A secret: allowed in the input `targets`, never in a file. */
  readonly secret?: true;
}

/** Keys that hold a part of a credential; each can be named with `-env` too. */
export const credentialKeys = [
  'api-token',
  'api-email',
  'api-key',
  'client-id',
  'client-secret',
  'client-private-key',
] as const satisfies readonly TargetKey[];
export type CredentialKey = (typeof credentialKeys)[number];

/** Notes on every key of a target, in the order of documentation. */
export const targetNotes: Readonly<Record<TargetKey, FieldNotes>> = {
  name: {
    description:
      'What people call this store, unique among the targets. Without it: the provider and the scope.',
    numeric: true,
  },
  provider: { description: 'Which kind of certificate store this is.' },
  'account-id': { ...asInput('account-id'), numeric: true },
  'zone-id': { ...asInput('zone-id'), numeric: true },
  'customer-id': { ...asInput('customer-id'), numeric: true },
  'microtenant-id': {
    ...asInput('microtenant-id'),
    description: 'ZPA microtenant id; `0` is the Default microtenant. Without it: all microtenants.',
    numeric: true,
  },
  view: asInput('view'),
  search: asInput('search'),
  'page-size': { ...asInput('page-size'), numeric: true },
  'api-url': {
    description: `${inputNotes['api-url'].description} Without it: the input \`api-url\`. In a file it may only be what the input is.`,
  },
  cloud: asInput('cloud'),
  'vanity-domain': { ...asInput('vanity-domain'), numeric: true },
  'api-token-env': named('api-token', 'the Cloudflare API token'),
  'api-email-env': named('api-email', 'the e-mail address of the Global API Key'),
  'api-key-env': named('api-key', 'the Cloudflare Global API Key'),
  'client-id-env': named('client-id', 'the id of the Zscaler API client'),
  'client-secret-env': named('client-secret', 'the secret of the Zscaler API client'),
  'client-private-key-env': named(
    'client-private-key',
    'the RSA private key (PEM) that signs the OneAPI sign-in',
  ),
  'api-token': literal('api-token'),
  'api-email': asInput('api-email'),
  'api-key': literal('api-key'),
  'client-id': { ...asInput('client-id'), numeric: true },
  'client-secret': literal('client-secret'),
  'client-private-key': literal('client-private-key'),
  'warn-within': {
    description:
      'Warn where the remaining time is within this: `30` or `30d`, `12h`, `33%` of the lifetime, or both, `30d 33%`: then the shorter counts. Without it: the input `warn-within`, else the defaults of an audit.',
    numeric: true,
  },
  'fail-within': {
    description:
      'Fail where the remaining time is within this; written as in `warn-within`. Without it: the input `fail-within`, else the defaults of an audit.',
    numeric: true,
  },
  'only-in-use': {
    description: 'Only certificates that serve, or that something refers to, count in the verdict.',
    providers: ['cloudflare-gateway', 'zscaler-zpa'],
    why: 'which does not tell whether a client certificate is in use',
  },
  statuses: {
    description:
      'Only certificates of these statuses count: a list, or words separated by commas. Without it: all but the inactive and the revoked.',
  },
  types: {
    description: 'Only certificates of these types count: `gateway_managed`, `custom`. Without it: all.',
    providers: ['cloudflare-gateway'],
    why: 'whose certificates have no type',
  },
  owner: { description: 'The person or team to ask; shown beside each certificate.', numeric: true },
  runbook: { description: 'Web address of what to do; shown beside each certificate.' },
  ignore: {
    description:
      'Rules that take certificates out of the verdict, each for a reason and until a day. One that has ended is a finding.',
  },
};

/** Notes on every key of an `ignore` rule. */
export const ruleNotes: Readonly<Record<RuleKey, FieldNotes>> = {
  id: {
    description: "The certificate's id at the vendor. Give this, `fingerprint` or `name`.",
    numeric: true,
  },
  fingerprint: {
    description: "The certificate's SHA-256 fingerprint, with or without colons, in either case.",
  },
  name: {
    description: 'Name of certificates: `*` stands for any text, `?` for one character, in either case.',
    numeric: true,
  },
  reason: { description: 'Why this is no concern; shown in every report.', numeric: true },
  until: {
    description:
      'Until when: a date (`2027-03-31`, through the end of that day, UTC) or a time (`2027-03-31T12:00:00Z`).',
  },
};

function asInput(name: keyof typeof inputNotes): FieldNotes {
  const { description, providers } = inputNotes[name];
  return { description, ...(providers === undefined ? {} : { providers }) };
}

function literal(name: CredentialKey): FieldNotes {
  return {
    ...asInput(name),
    description: `${inputNotes[name].description} Only within the input \`targets\`; in a file give \`${name}-env\`.`,
    secret: true,
  };
}

function named(name: CredentialKey, what: string): FieldNotes {
  return {
    ...asInput(name),
    description: `Name of ${what}: an entry of the input \`credentials\`, else a variable of the environment.`,
  };
}
