import type { Environment, RawInputs } from '../../src/interface/raw-inputs.ts';
import type { Annotation } from '../../src/report/annotations.ts';
import type { Runner } from '../../src/runner/runner.ts';

/** What a step told its runner, in order. */
export type RunnerEvent =
  | { readonly kind: 'mask'; readonly value: string }
  | { readonly kind: 'info' | 'debug' | 'summary' | 'fail'; readonly text: string }
  | { readonly kind: 'annotation'; readonly annotation: Annotation }
  | { readonly kind: 'output' | 'state'; readonly name: string; readonly value: string };

export interface RecordingRunner extends Runner {
  readonly events: readonly RunnerEvent[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly failure: string | null;
  readonly summary: string;
  readonly log: string;
}

/** A runner that only remembers. */
export function createRecordingRunner(inputs: RawInputs, environment: Environment = {}): RecordingRunner {
  const events: RunnerEvent[] = [];
  const textOf = (kind: RunnerEvent['kind']) =>
    events.flatMap((event) => (event.kind === kind && 'text' in event ? [event.text] : []));
  return {
    environment,
    inputs,
    isDebug: environment.RUNNER_DEBUG === '1',
    mask: (value) => void events.push({ kind: 'mask', value }),
    info: (text) => void events.push({ kind: 'info', text }),
    debug: (text) => void events.push({ kind: 'debug', text }),
    annotate: (annotation) => void events.push({ kind: 'annotation', annotation }),
    setOutput: (name, value) => void events.push({ kind: 'output', name, value }),
    writeSummary: async (text) => void events.push({ kind: 'summary', text }),
    saveState: (name, value) => void events.push({ kind: 'state', name, value }),
    getState: () => '',
    fail: (text) => void events.push({ kind: 'fail', text }),
    events,
    get outputs() {
      return Object.fromEntries(
        events.flatMap((event) => (event.kind === 'output' ? [[event.name, event.value]] : [])),
      );
    },
    get failure() {
      return textOf('fail')[0] ?? null;
    },
    get summary() {
      return textOf('summary').join('');
    },
    get log() {
      return textOf('info').join('\n');
    },
  };
}
