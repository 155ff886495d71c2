import { foldLines as foldAnyLines } from 'ical-generator';

const LINE_BREAK = '\r\n';
/** Of 75 octets (RFC 5545, 3.1) one is the blank that every line but the first begins with. */
const LINE_OCTETS = 74;
const ASCII = /^[\0-\x7f]*$/;

/**
 * Content lines folded as the library folds them. A line of ASCII, as nearly all are, is cut instead of put together
 * character by character, which takes most of what a calendar of 100,000 certificates takes.
 */
export function foldLines(text: string): string {
  return text.split(LINE_BREAK).map(foldLine).join(LINE_BREAK);
}

function foldLine(line: string): string {
  if (!ASCII.test(line)) return foldAnyLines(line);
  if (line.length <= LINE_OCTETS) return line;
  const parts: string[] = [];
  for (let start = 0; start < line.length; start += LINE_OCTETS)
    parts.push(line.slice(start, start + LINE_OCTETS));
  return parts.join(`${LINE_BREAK} `);
}
