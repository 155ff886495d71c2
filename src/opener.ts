import type { CourseTools } from './course.ts';
import { createRateLimiter, type RateLimiter } from './http/rate-limit.ts';
import { createTransport } from './http/transport.ts';
import type { HttpDeps } from './http/types.ts';
import type { StoreAccess } from './interface/request.ts';
import { type OpenOptions, openProvider } from './providers/open.ts';
import type { Provider } from './providers/provider.ts';
import { VERSION } from './version.ts';

/** Opens certificate stores; those that share a credential share its limits and its session. */
export function createOpener({
  deps,
  redactor,
  keepSecret,
}: CourseTools): (access: StoreAccess) => Promise<Provider> {
  const sessions: OpenOptions['sessions'] = new Map();
  const limiters = new Map<string, RateLimiter>();
  const httpDeps: HttpDeps = {
    clock: deps.clock,
    sleep: deps.sleep,
    random: deps.random,
    network: deps.network,
    debug: (line) => {
      if (deps.runner.isDebug) deps.runner.debug(line);
    },
  };
  return (access) => {
    const credential = JSON.stringify([access.credentials, access.apiUrl?.href ?? null]);
    const limiter = limiters.get(credential) ?? createRateLimiter(access.transport, httpDeps);
    limiters.set(credential, limiter);
    return openProvider(access, {
      redact: redactor.redact,
      clock: deps.clock,
      mask: keepSecret,
      userAgent: `certops-action/${VERSION}`,
      createTransport: (options) => createTransport({ ...options, limiter }, httpDeps),
      sessions,
    });
  };
}
