import { readJson } from '../../http/json.ts';
import type { HttpMethod, Network } from '../../http/types.ts';
import { GitHubError } from './errors.ts';

/** A hundred issues, each as long as it can be, in four octets a character. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** What octokit gives to its fetch. */
interface FetchOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * The `fetch` that octokit sends by: the action's own network, and so its proxies, trusted roots and time-outs.
 * The token goes to the API's own scheme, host and port only; redirects are not followed.
 */
export function createFetch(
  network: Network,
  { apiUrl, timeoutMilliseconds }: { readonly apiUrl: string; readonly timeoutMilliseconds: number },
): (address: string | URL, options?: FetchOptions) => Promise<Response> {
  const { origin } = new URL(apiUrl);
  return async (address, options = {}) => {
    const url = new URL(address);
    if (url.origin !== origin) throw refuseElsewhere(url.origin, origin);
    const { status, headers, body } = await network.send({
      method: (options.method ?? 'GET') as HttpMethod,
      url,
      headers: { ...options.headers, 'accept-encoding': 'identity' },
      ...(options.body === undefined ? {} : { body: options.body }),
      timeoutMilliseconds,
      maxBodyBytes: MAX_BODY_BYTES,
    });
    if (status >= 300 && status < 400) throw refuseRedirect(url, status, headers.location);
    const text = status >= 400 ? shortenNumbers(body) : body;
    const response = new Response(status === 204 || status === 205 ? null : text, { status, headers });
    // A response that was made here has none of its own.
    return Object.defineProperty(response, 'url', { value: url.href });
  };
}

/** The client makes a text of a refusal's body, and cannot where it has read a number as a bigint. */
function shortenNumbers(body: string): string {
  const { json } = readJson(body);
  if (json === undefined) return body;
  return JSON.stringify(json, (_, value: unknown) =>
    typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER ? String(value) : value,
  );
}

/** A page's link is GitHub's word, and is not followed elsewhere. */
function refuseElsewhere(given: string, origin: string): GitHubError {
  return new GitHubError(
    `The API at ${origin} names ${given} for its next page; the token is not sent there.`,
    {
      reason: 'redirect',
      mend: 'Check GITHUB_API_URL: it must be the address that GitHub knows itself by.',
    },
  );
}

function refuseRedirect({ host, pathname }: URL, status: number, location: string | undefined): GitHubError {
  const target = URL.parse(location ?? '')?.host;
  return new GitHubError(
    `${pathname} at ${host} answered ${status}, a redirect${target === undefined ? '' : ` to ${target}`}, which is not followed.`,
    {
      reason: 'redirect',
      mend: 'The repository was renamed or moved since this run was started: start the workflow anew where it is now. Else check GITHUB_REPOSITORY and GITHUB_API_URL.',
      httpStatus: status,
    },
  );
}
