/** What one member of a `Ratelimit` header says. */
export interface RemainingCalls {
  /** The policy's name. */
  readonly name: string;
  readonly remaining: number;
  readonly resetMilliseconds: number;
}

/** Vendors have one or two policies. */
const MOST_MEMBERS = 16;

/**
 * Reads `"default";r=50;t=30, "burst";r=9;t=2` (a structured field; Cloudflare API reference, Rate limits):
 * r calls are left, t seconds remain until more are.
 * @returns the members that can be read; none for an absent or malformed header.
 */
export function parseRatelimit(value: string | undefined): RemainingCalls[] {
  return splitOutsideQuotes(value ?? '', ',')
    .slice(0, MOST_MEMBERS)
    .flatMap((member) => {
      const [name = '', ...parameters] = splitOutsideQuotes(member, ';').map((part) => part.trim());
      const remaining = readParameter(parameters, 'r');
      const seconds = readParameter(parameters, 't');
      if (name === '' || remaining === undefined || seconds === undefined) return [];
      return [{ name, remaining, resetMilliseconds: seconds * 1000 }];
    });
}

function readParameter(parameters: readonly string[], key: string): number | undefined {
  const text = parameters.find((parameter) => parameter.startsWith(`${key}=`))?.slice(key.length + 1);
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** A quoted name may hold separators and escaped quotes (RFC 9651, section 3.3.3). */
function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [''];
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === separator && !quoted) {
      parts.push('');
      continue;
    }
    if (character === '"') quoted = !quoted;
    const escaped = quoted && character === '\\' ? text.charAt(index + 1) : '';
    index += escaped.length;
    parts[parts.length - 1] += character + escaped;
  }
  return parts;
}
