import path from 'node:path';

/** One of GitHub's own actions, as far as the workflows here need it: its inputs with their defaults, and its entry. */
export interface StandIn {
  /** A name is all that an input needs; the value is its default, empty for none. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly outputs: readonly string[];
  /** The file that does its work. */
  readonly entry: string;
}

const entry = (name: string) => path.join(import.meta.dirname, `${name}.ts`);
const TOKEN = '${' + '{ github.token }}';

/** By what `uses` says before the `@`. Inputs and outputs are all that the action of that name has. */
export const standIns: Readonly<Record<string, StandIn>> = {
  'actions/checkout': {
    inputs: {
      repository: '',
      ref: '',
      token: TOKEN,
      'ssh-key': '',
      'ssh-known-hosts': '',
      'ssh-strict': 'true',
      'ssh-user': 'git',
      'persist-credentials': 'true',
      path: '',
      clean: 'true',
      filter: '',
      'sparse-checkout': '',
      'sparse-checkout-cone-mode': 'true',
      'fetch-depth': '1',
      'fetch-tags': 'false',
      'show-progress': 'true',
      lfs: 'false',
      submodules: 'false',
      'set-safe-directory': 'true',
      'github-server-url': '',
    },
    outputs: ['ref', 'commit'],
    entry: entry('checkout'),
  },
  'actions/upload-artifact': {
    inputs: {
      name: 'artifact',
      path: '',
      'if-no-files-found': 'warn',
      'retention-days': '',
      'compression-level': '6',
      overwrite: 'false',
      'include-hidden-files': 'false',
    },
    outputs: ['artifact-id', 'artifact-url', 'artifact-digest'],
    entry: entry('upload-artifact'),
  },
  'actions/download-artifact': {
    inputs: {
      name: '',
      'artifact-ids': '',
      path: '',
      pattern: '',
      'merge-multiple': 'false',
      'github-token': '',
      repository: '',
      'run-id': '',
    },
    outputs: ['download-path'],
    entry: entry('download-artifact'),
  },
  'github/codeql-action/upload-sarif': {
    inputs: {
      sarif_file: '../results',
      checkout_path: '',
      ref: '',
      sha: '',
      token: TOKEN,
      matrix: '',
      category: '',
      'wait-for-processing': 'true',
    },
    outputs: ['sarif-id'],
    entry: entry('upload-sarif'),
  },
};
