import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inertLines, inertMarkdown, inertText } from '../../src/report/inert.ts';

/** What GitHub's runner takes for a command: `::name` at a line's start, `##[name]` anywhere in it. */
function holdsCommand(text: string): boolean {
  return text.split(/\r\n|\r|\n/).some((line) => line.trimStart().startsWith('::') || line.includes('##['));
}

describe('the log', () => {
  test.each([
    '::set-output name=id::1',
    '   ::add-mask::x',
    'fine\r\n::error::x',
    'fine\r::error::x',
    'a ##[command]x',
    '\u2028::error::x',
    '##[[x',
    ':::x',
  ])('makes %p no command', (text) => {
    expect(holdsCommand(text) || text.includes('\r') || text.includes('\u2028')).toBe(true);
    expect(holdsCommand(inertLines(text))).toBe(false);
  });

  test('holds no command, whatever the text', () => {
    const pieces = fc.constantFrom(
      ':',
      '::',
      '#',
      '##',
      '[',
      'x',
      ' ',
      '\t',
      '\n',
      '\r',
      '\u0000',
      '\u2029',
      '\u001b[0m',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => !holdsCommand(inertLines(parts.join('')))),
      { numRuns: 2000 },
    );
  });

  test('leaves ordinary lines as they are', () => {
    const text = 'Would send: POST https://api.cloudflare.com/x {"a":1}\n\tindented: a::b #1';
    expect(inertLines(text)).toBe(text);
  });
});

describe('Markdown', () => {
  test.each([
    '<script>alert(1)</script>',
    '![x](https://example.com/pixel)',
    'a | b',
    '@octocat',
    '`code`',
    '# title',
    '<!-- comment',
    '**bold** _it_ ~~no~~',
    'https://example.com',
  ])('takes %p as text', (text) => {
    const withoutEntities = inertMarkdown(text).replace(/&(amp|lt|gt|#\d+);/g, '');
    expect(withoutEntities).not.toMatch(/[<>`*_[\]#|@~!\\&]|:\/\//);
  });

  test.each(['www.example.com', 'WWW.example.com', 'see www.example.com.'])('links no part of %p', (text) => {
    expect(inertMarkdown(text)).not.toMatch(/www\./i);
  });

  test('becomes one line, cut to its length', () => {
    expect(inertText('a\nb\r\n c\u0007', 500)).toBe('a b c\ufffd');
    expect(inertText('x'.repeat(600), 500)).toHaveLength(500);
  });
});
