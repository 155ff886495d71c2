import type { IgnoreRule } from '../audit-request.ts';
import { ruleNotes } from './field-notes.ts';
import { type RuleKey, type RuleValues, ruleSchema, ruleSelectors } from './fields.ts';
import { parseTexts } from './parse-texts.ts';
import type { SecretKeeper } from './secret-keeper.ts';
import { EMPTY, type KeyRules, placeOf, readTexts, type Tell } from './texts.ts';
import type { Located, LocatedMap } from './yaml-text.ts';

const RULES: KeyRules<RuleKey> = {
  keys: ruleNotes,
  lists: new Set(),
  apart: new Set(),
  complainOfEmpty: () => EMPTY,
};

/** The rules of a target's `ignore`; one that ended already is among them. */
export function readIgnoreRules(
  value: Located | undefined,
  secrets: SecretKeeper,
  tell: Tell,
): readonly IgnoreRule[] {
  if (value === undefined) return [];
  if (value.kind !== 'list') {
    tell(value.at, 'ignore', 'allowed: a list of rules, each with a "- " before its first key');
    return [];
  }
  return value.items.flatMap((item, index) => {
    const tellOfRule: Tell = (at, key, message) =>
      tell(at, `ignore rule ${index + 1}${key === null ? '' : `, ${key}`}`, message);
    if (item.kind !== 'map') {
      tellOfRule(item.at, null, `allowed: a map of ${ruleSelectors.join(' or ')}, reason and until`);
      return [];
    }
    return readRule(item, secrets, tellOfRule) ?? [];
  });
}

function readRule(map: LocatedMap, secrets: SecretKeeper, tell: Tell): IgnoreRule | null {
  let isSound = true;
  const refuse: Tell = (...problem) => {
    isSound = false;
    tell(...problem);
  };
  const texts = readTexts(map, RULES, secrets, refuse);
  if (texts.reason !== undefined) texts.reason = texts.reason.replace(/\s+/g, ' ');
  const values = parseTexts(ruleSchema, texts, (key, message) => refuse(placeOf(map, key), key, message), {
    isHidden: () => false,
    secrets,
  });
  const given = ruleSelectors.filter((key) => map.entries.has(key));
  if (given.length !== 1) {
    refuse(
      map.at,
      null,
      given.length === 0
        ? `names no certificate; give ${ruleSelectors.join(' or ')}`
        : `gives ${given.join(' and ')}; allowed is one of them. Make two rules, or remove one`,
    );
  }
  if (!map.entries.has('reason')) {
    refuse(map.at, 'reason', 'missing; say why these certificates are no concern. Every report shows it');
  }
  if (!map.entries.has('until')) {
    refuse(map.at, 'until', 'missing; give a date such as 2027-03-31, after which somebody looks again');
  }
  const match = readMatch(values);
  const { reason, until } = values;
  return isSound && match !== null && reason !== undefined && until !== undefined
    ? { match, reason, until }
    : null;
}

function readMatch({ id, fingerprint, name }: RuleValues): IgnoreRule['match'] | null {
  if (id !== undefined) return { by: 'id', value: id };
  if (fingerprint !== undefined) return { by: 'fingerprint', value: fingerprint };
  return name === undefined ? null : { by: 'name', pattern: name };
}
