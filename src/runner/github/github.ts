import type { getOctokit } from '@actions/github';
import { createRedactor } from '../../http/redact.ts';
import type { HttpDeps } from '../../http/types.ts';
import type { Environment } from '../../interface/raw-inputs.ts';
import type { TransportSettings } from '../../interface/request.ts';
import { VERSION } from '../../version.ts';
import { type CallRules, describeCall } from './call.ts';
import { GitHubError } from './errors.ts';
import { refuseShape } from './explain.ts';
import { createFetch } from './fetch.ts';
import { createPersistence } from './patience.ts';
import { type GitHubPlace, readPlace } from './place.ts';

export type Octokit = ReturnType<typeof getOctokit>;

/** Of which repository, as whom, and how patiently. */
export interface GitHubOptions {
  readonly token: string;
  /** Says where GitHub is: GITHUB_API_URL, GITHUB_REPOSITORY. */
  readonly environment: Environment;
  /** `owner/name` of another repository than the one that the workflow runs in. */
  readonly repository?: string | null;
  readonly transport: Omit<TransportSettings, 'concurrency'>;
  /** How long all calls together may wait for their repetition; three minutes by default. */
  readonly waitingAtMostMilliseconds?: number;
}

/** GitHub's API for one repository and one token. What its calls throw is a GitHubError. */
export interface GitHub {
  /** Its endpoints take `...repository` and `...under(rules)`. */
  readonly octokit: Octokit;
  readonly repository: { readonly owner: string; readonly repo: string };
  /**
   * All pages of a list, one after another as GitHub links them: a cursor can only be followed.
   * @param address method and path with their parameters, as `octokit.request.endpoint` writes them
   */
  pages(address: { readonly url: string }, rules: CallRules): AsyncIterable<unknown>;
  /** As `pages`, with when each was answered by GitHub's own clock; null where the answer does not say. */
  datedPages(address: { readonly url: string }, rules: CallRules): AsyncIterable<DatedPage>;
  /** The error for an answer that is not of the shape that was expected. */
  refuse(
    call: { readonly method: string; readonly url: string },
    rules: CallRules,
    body: unknown,
  ): GitHubError;
}

export interface DatedPage {
  readonly data: unknown;
  /** Cut to a whole second, so never too late. */
  readonly answeredAt: Date | null;
}

/** A hundred rows each: far more than a repository has. */
const PAGES_AT_MOST = 2000;
const WAITING_AT_MOST_MILLISECONDS = 180_000;
const API_VERSION = '2022-11-28';

/**
 * Opens GitHub's API. Its client is loaded only here, and only when this is called: it costs a tenth of a second
 * and 30 MB.
 * @throws GitHubError (`setup`) where the environment or the token cannot be used; nothing was called.
 */
export async function openGitHub(options: GitHubOptions, deps: HttpDeps): Promise<GitHub> {
  const { token, environment, transport } = options;
  const place = readPlace(environment, options.repository);
  if (token === '') {
    throw new GitHubError("There is no token for GitHub: the input 'github-token' is empty.", {
      reason: 'setup',
      mend: "Leave 'github-token' out (its default is the token of the job), or give it a token.",
    });
  }
  const redactor = createRedactor();
  redactor.add(token);
  const persist = createPersistence(
    {
      maxRetries: transport.maxRetries,
      retryDelayMilliseconds: transport.retryDelayMilliseconds,
      waitingAtMostMilliseconds: options.waitingAtMostMilliseconds ?? WAITING_AT_MOST_MILLISECONDS,
    },
    { place, redact: redactor.redact },
    deps,
  );

  const { getOctokit: connect } = await loadClient();
  const octokit = connect(token, {
    baseUrl: place.apiUrl,
    userAgent: `certops-action/${VERSION}`,
    log: { debug: deps.debug, info: deps.debug, warn: deps.debug, error: deps.debug },
    request: {
      fetch: createFetch(deps.network, {
        apiUrl: place.apiUrl,
        timeoutMilliseconds: transport.requestTimeoutMilliseconds,
      }),
    },
  });
  octokit.hook.wrap('request', (send, request) => {
    const { url } = octokit.request.endpoint.parse(request);
    request.headers['x-github-api-version'] = API_VERSION;
    return persist(describeCall(request.method, url, request.request?.certops), async () => send(request));
  });

  async function* datedPages({ url }: { readonly url: string }, rules: CallRules): AsyncGenerator<DatedPage> {
    let count = 0;
    for (let next: string | undefined = url; next !== undefined; count += 1) {
      if (count >= PAGES_AT_MOST) throw refuseEndless(place);
      const answer: Awaited<ReturnType<Octokit['request']>> = await octokit.request({
        method: 'GET',
        url: next,
        request: { certops: rules },
      });
      yield { data: answer.data, answeredAt: readDate(answer.headers.date) };
      next = findNextPage(answer.headers.link);
    }
  }

  return {
    octokit,
    repository: { owner: place.owner, repo: place.repo },
    datedPages,
    async *pages(address, rules) {
      for await (const { data } of datedPages(address, rules)) yield data;
    },
    refuse: ({ method, url }, rules, body) =>
      refuseShape(describeCall(method, url, rules), body, { place, redact: redactor.redact }),
  };
}

function refuseEndless({ apiUrl }: GitHubPlace): GitHubError {
  return new GitHubError(
    `The API at ${apiUrl} lists more than ${PAGES_AT_MOST} pages, so it is not believed.`,
    {
      reason: 'unreadable',
      mend: 'Check GITHUB_API_URL and proxies: something other than GitHub may have answered.',
    },
  );
}

/** The address behind `rel="next"` of a Link header; undefined on the last page. */
function findNextPage(link: string | undefined): string | undefined {
  return /<([^<>]+)>\s*;\s*rel="?next"?/.exec(link ?? '')?.[1];
}

function readDate(text: string | undefined): Date | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time);
}

/** The client reads the environment as it is loaded, and fails on variables that it cannot read. */
async function loadClient(): Promise<{ readonly getOctokit: typeof getOctokit }> {
  try {
    return await import('@actions/github');
  } catch (cause) {
    throw new GitHubError('The client for GitHub cannot be loaded.', {
      reason: 'setup',
      mend: 'Check that https_proxy, if set, is a URL such as http://host:port, and that the file that GITHUB_EVENT_PATH names is JSON.',
      cause,
    });
  }
}
