import { capabilitiesOf } from '../../src/interface/capabilities.ts';
import { shapeOf, type TextShape } from '../../src/interface/parsers.ts';
import { scopeInputs } from '../../src/interface/store.ts';
import {
  type CredentialKey,
  credentialKeys,
  type FieldNotes,
  ruleNotes,
  targetNotes,
} from '../../src/interface/targets/field-notes.ts';
import {
  ruleSchema,
  ruleSelectors,
  type TargetKey,
  targetSchema,
} from '../../src/interface/targets/fields.ts';
import { type ProviderName, providers } from '../../src/interface/words.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * JSON Schema (draft-07, which editors know best) of a `targets-file`, made from what reads it. It is as strict
 * as the reading, but for what a schema cannot tell: whether names are unique, dates exist, credentials are there.
 */
export function writeTargetsSchema(): string {
  const targets = { type: 'array', minItems: 1, maxItems: 10_000, items: { $ref: '#/definitions/target' } };
  const schema = {
    $comment: "Made by 'npm run generate' from src/interface/targets/; change it there.",
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'CertOps audit targets',
    description: 'The certificate stores that an audit goes over, each with the policy that it is judged by.',
    anyOf: [
      targets,
      {
        type: 'object',
        additionalProperties: false,
        required: ['targets'],
        properties: {
          $schema: { type: 'string', description: 'The address of this schema.' },
          targets: { description: 'The certificate stores.', ...targets },
        },
      },
    ],
    definitions: { target: describeTarget(), rule: describeRule() },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function describeTarget(): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['provider'],
    properties: Object.fromEntries(
      (Object.keys(targetNotes) as TargetKey[]).map((key) => [key, describeKey(key)]),
    ),
    allOf: [...providers.map(describeProvider), ...describeSchemes()],
  };
}

function describeKey(key: TargetKey): JsonSchema {
  const { description, secret } = targetNotes[key];
  if (secret === true) return { description, not: {} };
  switch (key) {
    case 'ignore':
      return { description, type: 'array', items: { $ref: '#/definitions/rule' } };
    case 'statuses':
    case 'types':
      return { description, type: ['array', 'string'], items: { type: 'string' }, minLength: 1, minItems: 1 };
    default:
      return describeText(targetNotes[key], shapeOf(targetSchema.shape[key]));
  }
}

function describeRule(): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['reason', 'until'],
    oneOf: ruleSelectors.map((key) => ({ required: [key] })),
    properties: Object.fromEntries(
      (Object.keys(ruleNotes) as (keyof typeof ruleNotes)[]).map((key) => [
        key,
        describeText(ruleNotes[key], shapeOf(ruleSchema.shape[key])),
      ]),
    ),
  };
}

/** A value that is one text; numbers too where they are taken as they are written. */
function describeText({ description, numeric }: FieldNotes, shape: TextShape | null): JsonSchema {
  if (shape !== null && 'boolean' in shape) return { description, type: 'boolean' };
  const type = numeric === true ? ['string', 'number'] : 'string';
  if (shape === null) return { description, type, minLength: 1 };
  if ('words' in shape) return { description, enum: shape.words };
  if ('pattern' in shape) return { description, type, pattern: shape.pattern };
  return { description, type, pattern: '^\\d{1,9}$', minimum: shape.minimum, maximum: shape.maximum };
}

/** What a provider needs, and what has no effect with it. */
function describeProvider(provider: ProviderName): JsonSchema {
  const { statuses, statusAliases, types, pageSize } = capabilitiesOf[provider];
  const misplaced = Object.entries(targetNotes)
    .filter(([, { providers: heeding }]) => heeding?.includes(provider) === false)
    .map(([key]) => [key, false]);
  const words = (allowed: readonly string[]) => ({
    items: { enum: allowed },
    pattern: `^(?:[\\s,]*(?:${allowed.join('|')}))(?:[\\s,]+(?:${allowed.join('|')}))*[\\s,]*$`,
  });
  return when(
    { required: ['provider'], properties: { provider: { const: provider } } },
    {
      required: [scopeInputs[provider]],
      properties: {
        statuses: words([...statuses, ...Object.keys(statusAliases)]),
        ...(types.length > 0 ? { types: words(types) } : {}),
        ...(pageSize === null ? {} : { 'page-size': pageSize }),
        ...Object.fromEntries(misplaced),
      },
    },
  );
}

function when(condition: JsonSchema, consequence: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  return { if: condition, then: consequence };
}

/** One scheme of credentials at a time, and each of them whole. */
function describeSchemes(): readonly JsonSchema[] {
  const given = (key: CredentialKey) => ({ anyOf: [{ required: [key] }, { required: [`${key}-env`] }] });
  const excluded = (a: CredentialKey, b: CredentialKey) => ({ not: { allOf: [given(a), given(b)] } });
  const together = (a: CredentialKey, ...b: readonly CredentialKey[]) =>
    when(given(a), { anyOf: b.map(given) });
  return [
    ...credentialKeys
      .filter((key) => targetNotes[key].secret !== true)
      .map((key) => ({ not: { required: [key, `${key}-env`] } })),
    excluded('api-token', 'api-email'),
    excluded('api-token', 'api-key'),
    excluded('client-secret', 'client-private-key'),
    together('api-key', 'api-email'),
    together('api-email', 'api-key'),
    together('client-id', 'client-secret', 'client-private-key'),
    together('client-secret', 'client-id'),
    together('client-private-key', 'client-id'),
    when(given('client-private-key'), { required: ['vanity-domain'] }),
  ];
}
