import type { AuditTarget } from '../audit-request.ts';
import type { InputProblem } from '../input-error.ts';
import { targetSchema } from './fields.ts';
import { readTarget } from './read-target.ts';
import { keepTargetSecrets } from './target-credentials.ts';
import { createProblemLog, type ProblemLog, type TargetsContext } from './targets-context.ts';
import { findGluedKey, placeOf } from './texts.ts';
import { type Located, type LocatedMap, parseYaml, type TextPosition, type YamlText } from './yaml-text.ts';

/** One audit is read in one process: more are another audit. */
const MOST_TARGETS = 10_000;

/**
 * The targets of a YAML or JSON text, in its order; those that are wrong are left out, and what is wrong with
 * them is added to the problems.
 * @throws InputError where there are too many problems to go on.
 */
export async function readTargets(
  text: string,
  context: TargetsContext,
  problems: InputProblem[],
): Promise<readonly AuditTarget[]> {
  const log = createProblemLog(problems, context);
  const parsed = await parseYaml(text);
  if ('problems' in parsed) {
    for (const { position, message } of parsed.problems) {
      const glued = findGluedLine(text, position, context);
      log.tell(position, null, glued === null ? message : `a blank is missing after "${glued}:"`);
    }
    return [];
  }
  const { ok } = parsed;
  const items = findItems(ok, log);
  // All of them before the first message: a secret of one target may stand in another by mistake.
  for (const item of items) if (item.kind === 'map') keepTargetSecrets(item, context);

  const targets: AuditTarget[] = [];
  const places = new Map<string, string>();
  for (const [index, item] of items.entries()) {
    const ordinal = `target ${index + 1}`;
    if (item.kind !== 'map') {
      log.tell(ok.positionOf(item.at), ordinal, describeNoMap(item));
      continue;
    }
    const target = await readTarget(item, context, (at, key, message) => {
      const label = labelOf(item, ordinal, context);
      log.tell(ok.positionOf(at), key === null ? label : `${label}, ${key}`, message);
    });
    if (target === null) continue;
    const position = ok.positionOf(placeOf(item, 'name'));
    const before = places.get(target.name);
    if (before === undefined) {
      targets.push(target);
      places.set(target.name, `${ordinal} (line ${position.line})`);
    } else {
      log.tell(
        position,
        `${ordinal}, name`,
        `"${target.name}" is the name of ${before} too; reports tell targets apart by it. Give one of them another name`,
      );
    }
  }
  sortByPlace(problems);
  return targets;
}

/** In the order in which people mend them: inputs first, then from the first line to the last. */
function sortByPlace(problems: InputProblem[]): void {
  problems.sort(
    (a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}

/**
 * The key that lacks the blank after its colon, in a line that cannot be read or in the one above; what follows it
 * is kept secret.
 */
function findGluedLine(
  text: string,
  position: TextPosition | null,
  { secrets }: TargetsContext,
): string | null {
  if (position === null) return null;
  const keys = Object.keys(targetSchema.shape);
  const lines = text.split('\n', position.line).slice(-2);
  const [glued] = lines.flatMap((line) => findGluedKey(line, keys) ?? []);
  if (glued === undefined) return null;
  secrets.keep(glued.rest);
  return glued.key;
}

function findItems({ root, positionOf }: YamlText, log: ProblemLog): readonly Located[] {
  const refuse = (at: number, message: string) => {
    log.tell(positionOf(at), null, message);
    return [];
  };
  let list = root;
  if (root.kind === 'map') {
    const inner = root.entries.get('targets');
    if (inner === undefined) {
      return refuse(
        root.at,
        root.entries.has('provider')
          ? 'is one target by itself; targets are a list: put "- " before its first key, and indent the others alike'
          : 'is a map without targets; allowed: a list of targets, or a map with the key targets',
      );
    }
    for (const [key, { keyAt }] of root.entries) {
      // Editors find the schema by it.
      if (key !== 'targets' && key !== '$schema') {
        refuse(keyAt, 'beside targets only $schema may stand; remove the key, or put it into each target');
      }
    }
    list = inner.value;
  }
  if (list.kind !== 'list') {
    return refuse(
      list.at,
      list.kind === 'text' && list.text === ''
        ? 'holds no targets; allowed: a list of targets, or a map with the key targets'
        : `is a ${list.kind}; allowed: a list of targets, each with "- " before its first key`,
    );
  }
  if (list.items.length === 0) return refuse(list.at, 'is an empty list; give one target at least');
  if (list.items.length > MOST_TARGETS) {
    return refuse(
      list.at,
      `holds ${list.items.length} targets; allowed: ${MOST_TARGETS}. Split them over several audits`,
    );
  }
  return list.items;
}

function describeNoMap(item: Located): string {
  const glued = item.kind === 'text' ? findGluedKey(item.text, Object.keys(targetSchema.shape)) : null;
  return glued === null
    ? `is ${item.kind === 'text' && item.text === '' ? 'empty' : `a ${item.kind}`}; allowed: a map of keys such as provider and its scope`
    : `a blank is missing after "${glued.key}:"`;
}

/** The target as people know it, where its name can be shown; else its place among the others. */
function labelOf(map: LocatedMap, ordinal: string, { secrets }: TargetsContext): string {
  const value = map.entries.get('name')?.value;
  const isName =
    value?.kind === 'text' &&
    !value.isFolded &&
    value.text !== '' &&
    targetSchema.shape.name.safeParse(value.text).success &&
    !secrets.isSecret(value.text);
  return isName ? `target ${JSON.stringify(value.text)}` : ordinal;
}
