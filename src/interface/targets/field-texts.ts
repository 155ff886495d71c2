import { makeUtcDate, parseApiTime } from '../../certificate/time.ts';
import { patternText, readAs, type TextSchema, withShape } from '../parsers.ts';

/** Text on one line, without marks that change how what stands around it is read. */
export function lineText(longest: number, allowed: string): TextSchema<string> {
  return patternText(
    new RegExp(`^[^\\p{Cc}\\p{Bidi_Control}\\p{Zl}\\p{Zp}]{1,${longest}}$`, 'u'),
    `${allowed} of at most ${longest} characters, on one line`,
  );
}

const RUNNER_PREFIXES = ['GITHUB_', 'ACTIONS_', 'RUNNER_', 'INPUT_'] as const;
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,254}$/;
const NAME_ALLOWED =
  'a name of letters, digits and underscores, 255 at most, that does not begin with a digit';

/** Whether a text can name an entry of `credentials`, or a variable of the environment. */
export function isCredentialName(text: string): boolean {
  return NAME.test(text);
}

/** The name of a credential, in `credentials` or in the environment. */
export function credentialNameText(): TextSchema<string> {
  const eitherCase = (word: string) =>
    word.replace(/[A-Z]/g, (letter) => `[${letter}${letter.toLowerCase()}]`);
  return withShape(
    { pattern: `^(?!${RUNNER_PREFIXES.map(eitherCase).join('|')})${NAME.source.slice(1)}` },
    readAs((text) => {
      if (!NAME.test(text)) {
        return new Error(`allowed: ${NAME_ALLOWED}. Give the name of the credential, not the credential`);
      }
      return RUNNER_PREFIXES.some((prefix) => text.toUpperCase().startsWith(prefix))
        ? new Error(
            `allowed: a name that does not begin with ${RUNNER_PREFIXES.join(', ')}, which are the runner's own; rename the credential`,
          )
        : text;
    }),
  );
}

/** An http or https URL, normalised, so that it can stand in a report. */
export function webAddressText(): TextSchema<string> {
  return withShape(
    { pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^/\\s@]+(?:[/?#]\\S*)?$' },
    readAs((text) => {
      const url = text.length <= 2000 && URL.canParse(text) ? new URL(text) : null;
      const isWeb =
        url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
      return isWeb
        ? url.href
        : new Error(
            'allowed: a web address such as https://wiki.example.com/certificates, without user name and password',
          );
    }),
  );
}

/** The moment from which a rule no longer holds: the day's end of a date, or a time itself. */
export function endText(): TextSchema<Date> {
  return withShape(
    {
      pattern:
        '^\\d{4}-\\d{2}-\\d{2}(?:[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:[Zz]|[+-]\\d{2}:\\d{2}))?$',
    },
    readAs((text) => {
      const end = /^\d{4}-\d{2}-\d{2}$/.test(text) ? readEndOfDay(text) : readTime(text);
      if (end === null) {
        return new Error(
          'allowed: a date of the calendar such as 2027-03-31 (through the end of that day, UTC), or a time with its zone such as 2027-03-31T12:00:00Z',
        );
      }
      return end.getUTCFullYear() > 9998
        ? new Error('allowed: a date before 9999; a rule has to end, so that somebody looks again')
        : end;
    }),
  );
}

function readEndOfDay(text: string): Date | null {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const start = makeUtcDate({ year, month, day, hour: 0, minute: 0, second: 0, millisecond: 0 });
  return start === null ? null : new Date(start.getTime() + 86_400_000);
}

function readTime(text: string): Date | null {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/i.test(text)
    ? parseApiTime(text)
    : null;
}
