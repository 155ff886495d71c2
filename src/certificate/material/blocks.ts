import { type PemBlock, readCertificateBlocks, readPemBlocks } from '../pem.ts';

/** The input, by its name, that a text came from. */
export type MaterialInput = 'certificate' | 'private-key' | 'chain';

/** What keeps material from being used: what is wrong, and how to mend it. It never holds any part of a key. */
export interface UploadProblem {
  readonly input: MaterialInput;
  readonly message: string;
}

/** A block, and the input that it came from. */
export interface MaterialBlock extends PemBlock {
  readonly input: MaterialInput;
}

export interface MaterialBlocks {
  readonly certificates: readonly MaterialBlock[];
  /** Private keys of every kind, encrypted ones too. */
  readonly keys: readonly MaterialBlock[];
  readonly problems: readonly UploadProblem[];
  readonly remarks: readonly string[];
}

const BEGIN = /-----BEGIN ([A-Z0-9][A-Z0-9 ]{0,63})-----/g;
/** OpenSSL writes them before an EC key or with a server's certificate; nothing needs them. */
const PARAMETERS = ['EC PARAMETERS', 'DH PARAMETERS'];
const ADVICE: Readonly<Record<string, string>> = {
  'CERTIFICATE REQUEST': 'a request; give the certificate that the authority made of it',
  'NEW CERTIFICATE REQUEST': 'a request; give the certificate that the authority made of it',
  'TRUSTED CERTIFICATE': "OpenSSL's own form; convert it: openssl x509 -in trusted.pem -out certificate.pem",
  PKCS7: 'a bundle; unpack it: openssl pkcs7 -in bundle.p7b -print_certs -out certificates.pem',
  'PUBLIC KEY': 'the public half of a key only',
};

/** Sorts a text's blocks, and says where one is cut short or the text holds nothing of what its input is for. */
export function readMaterialBlocks(input: MaterialInput, text: string): MaterialBlocks {
  const blocks = readPemBlocks(text);
  const certificates = readCertificateBlocks(text).map((block) => ({ ...block, input }));
  const keys = blocks.filter(({ label }) => isKey(label)).map((block) => ({ ...block, input }));
  const labels = certificates.map(({ label }) => label);
  const strangers = blocks
    .map(({ label }) => label)
    .filter((label) => !isKey(label) && !labels.includes(label) && !PARAMETERS.includes(label));
  const problems: UploadProblem[] = findCutBlocks(text, blocks).map((label) => ({
    input,
    message: `The ${input} text is cut short: a block begins with ${label} and does not end; copy it again, whole.`,
  }));
  const serves = input === 'private-key' ? keys.length > 0 : certificates.length > 0;
  if (!serves && problems.length === 0) {
    problems.push({ input, message: describeAbsence(input, text, blocks) });
  }
  const remarks = serves
    ? strangers.map((label) => `The ${input} text also holds a block of ${label}, which was left out.`)
    : [];
  return { certificates, keys, problems, remarks };
}

function isKey(label: string): boolean {
  return label === 'PRIVATE KEY' || label.endsWith(' PRIVATE KEY');
}

function findCutBlocks(text: string, blocks: readonly PemBlock[]): readonly string[] {
  const whole = blocks.map(({ label }) => label);
  return [...text.matchAll(BEGIN)].flatMap(([, label = '']) => {
    const index = whole.indexOf(label);
    if (index < 0) return [label];
    whole.splice(index, 1);
    return [];
  });
}

function describeAbsence(input: MaterialInput, text: string, blocks: readonly PemBlock[]): string {
  const wanted = input === 'private-key' ? 'private key' : 'certificate';
  if (blocks.length > 0) {
    const found = [...new Set(blocks.map(({ label }) => label))].map((label) => {
      const advice = ADVICE[label];
      return advice === undefined ? label : `${label} (${advice})`;
    });
    return `The ${input} text holds no ${wanted}, but ${found.join(', ')}.`;
  }
  if (/^\s*LS0tLS1CRUdJTi/.test(text)) {
    return `The ${input} text is PEM encoded in base64 once more; decode it: base64 -d.`;
  }
  const begin = input === 'private-key' ? '-----BEGIN PRIVATE KEY-----' : '-----BEGIN CERTIFICATE-----';
  return text.trim() === ''
    ? `The ${input} text is empty; give PEM that begins with ${begin}.`
    : `The ${input} text holds no PEM block; give PEM that begins with ${begin} (openssl converts DER and PKCS#12).`;
}
