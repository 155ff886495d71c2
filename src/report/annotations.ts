/** A message on the workflow run's page. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** The runner shows ten annotations of a level for a step; the last one is the step's own error. */
const ANNOTATIONS_AT_MOST = 9;

/** As many errors and as many warnings as the runner shows, in their order; the last says how many are left out. */
export function limitAnnotations(annotations: readonly Annotation[]): readonly Annotation[] {
  return (['error', 'warning'] as const).flatMap((level) =>
    shorten(annotations.filter((one) => one.level === level)),
  );
}

function shorten(annotations: readonly Annotation[]): readonly Annotation[] {
  const [first] = annotations;
  if (first === undefined || annotations.length <= ANNOTATIONS_AT_MOST) return annotations;
  const shown = annotations.slice(0, ANNOTATIONS_AT_MOST - 1);
  const left = annotations.length - shown.length;
  return [...shown, { ...first, title: 'CertOps', message: `… and ${left} more: see the job summary` }];
}
