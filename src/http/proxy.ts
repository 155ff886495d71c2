import { NetworkFailure } from './errors.ts';

/** An HTTP or HTTPS proxy that tunnels by CONNECT. */
export interface ProxyServer {
  readonly secure: boolean;
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly port: number;
  /** The value of Proxy-Authorization; null where the URL names no user. */
  readonly authorisation: string | null;
  /** The environment variable that named it. */
  readonly variable: string;
}

/** The first that is set counts; the conventional lower-case names come first. */
const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'] as const;
const EXEMPTION_VARIABLES = ['no_proxy', 'NO_PROXY'] as const;

/**
 * The proxy that an https target is reached through. A target over plain http (loopback) is always direct.
 * @returns null where the target is to be reached directly.
 * @throws NetworkFailure (`proxy`) where the variable's value cannot be used; it never quotes the value.
 */
export function findProxy(
  target: URL,
  environment: Readonly<Record<string, string | undefined>>,
): ProxyServer | null {
  if (target.protocol !== 'https:') return null;
  const variable = PROXY_VARIABLES.find((name) => environment[name]?.trim());
  if (variable === undefined || isExempt(target, environment)) return null;
  return parseProxy(environment[variable]?.trim() ?? '', variable);
}

/** The host of a URL as sockets want it: an IPv6 address without brackets. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** The port of a URL, also where it is the scheme's own. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

function parseProxy(value: string, variable: string): ProxyServer {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`);
  if (url === null) {
    throw unusable(
      variable,
      'holds no URL that can be read; give it as http://host:port or https://host:port',
    );
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    const scheme = url.protocol.slice(0, -1);
    throw unusable(
      variable,
      `names a proxy of the scheme ${scheme}; only http and https proxies are supported`,
    );
  }
  return {
    secure: url.protocol === 'https:',
    host: bareHost(url),
    port: portOf(url),
    authorisation: readAuthorisation(url, variable),
    variable,
  };
}

function readAuthorisation(url: URL, variable: string): string | null {
  if (url.username === '' && url.password === '') return null;
  try {
    const userinfo = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    return `Basic ${Buffer.from(userinfo).toString('base64')}`;
  } catch {
    throw unusable(
      variable,
      'holds a user or password that is not percent-encoded right (a % must be written %25)',
    );
  }
}

function unusable(variable: string, what: string): NetworkFailure {
  return new NetworkFailure(`The environment variable ${variable} ${what}`, {
    kind: 'proxy',
    mayHaveArrived: false,
    passing: false,
  });
}

/** Entries are names that also cover their subdomains, addresses, `*`, each with a port or without. */
function isExempt(target: URL, environment: Readonly<Record<string, string | undefined>>): boolean {
  const variable = EXEMPTION_VARIABLES.find((name) => environment[name]?.trim());
  if (variable === undefined) return false;
  const host = bareHost(target).toLowerCase();
  const port = String(portOf(target));
  return (environment[variable] ?? '').split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true;
    const parts = /^(?:\[(?<address>[^\]]+)\]|(?<name>[^:]+|.*:.*:.*))(?::(?<port>\d+))?$/.exec(
      entry,
    )?.groups;
    if (parts === undefined || (parts.port !== undefined && parts.port !== port)) return false;
    const name = (parts.address ?? parts.name ?? '').toLowerCase().replace(/^\*?\./, '');
    return name !== '' && (host === name || host.endsWith(`.${name}`));
  });
}
