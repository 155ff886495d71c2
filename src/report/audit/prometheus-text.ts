/** The labels of a series. An empty value is, to Prometheus, the same as no label. */
export type Labels = Readonly<Record<string, string>>;

/** One series: its labels and its value. */
export interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

/** A gauge in Prometheus' text format: its help, then every series; nothing where there is none. */
export function* writeGauge(name: string, help: string, samples: Iterable<Sample>): Generator<string> {
  let begun = false;
  for (const { labels, value } of samples) {
    if (!begun) yield `# HELP ${name} ${help}\n# TYPE ${name} gauge\n`;
    begun = true;
    yield `${name}${writeLabels(labels)} ${value}\n`;
  }
}

const SPECIAL = /[\\"\n]/;

/** Labels in braces, without the empty ones; empty where there are none. */
export function writeLabels(labels: Labels): string {
  let pairs = '';
  for (const label in labels) {
    const value = labels[label] ?? '';
    if (value === '') continue;
    const escaped = SPECIAL.test(value) ? escapeValue(value) : value;
    pairs += `${pairs === '' ? '{' : ','}${label}="${escaped}"`;
  }
  return pairs === '' ? '' : `${pairs}}`;
}

function escapeValue(value: string): string {
  return value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
}

/** The labels of the first that has them as they are; of every further one with `occurrence`, so that no two are the same. */
export function markOccurrence(labels: Labels, occurrence: number): Labels {
  return occurrence === 1 ? labels : { ...labels, occurrence: String(occurrence) };
}
