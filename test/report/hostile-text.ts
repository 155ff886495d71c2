import type { Certificate } from '../../src/certificate/certificate.ts';
import { buildCertificate } from '../certificate/build-certificate.ts';

/** Everything that could end a cell, a line or a tag, format, link, mention, command or hide. */
export const HOSTILE = [
  '</code></td><script>alert(1)</script>',
  '| | |',
  '\n\n# title\n- item\n\n',
  '\r\n::error::x\n::add-mask::available\n##[group]x',
  '```js\n`x` **b** _i_ ~~s~~',
  '![x](https://evil.example/pixel) [l](javascript:alert(1)) www.evil.example',
  '@octocat #1 &lt;b&gt; $x$ \\',
  '\u0000\u0007\u001b[2J\u009b31m\u202e\u2066\u2028\u2029\u0085',
  '<!-- ',
].join(' ');

/** A certificate of which every text is hostile. */
export function buildHostileCertificate(facts: Partial<Certificate> = {}): Certificate {
  return buildCertificate({
    provider: HOSTILE,
    scope: HOSTILE,
    id: HOSTILE,
    name: HOSTILE,
    status: HOSTILE,
    fingerprint: HOSTILE,
    subject: HOSTILE,
    issuer: HOSTILE,
    serialNumber: HOSTILE,
    sans: [HOSTILE],
    type: HOSTILE,
    pem: HOSTILE,
    vendor: { [HOSTILE]: HOSTILE },
    ...facts,
  });
}

const CONTROLS = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u;

/** Characters, line feeds aside, that a text for people must not hold. */
export function findControls(text: string): string | null {
  return CONTROLS.exec(text.replaceAll('\n', ''))?.[0] ?? null;
}
