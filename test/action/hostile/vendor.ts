import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buildPem, dnsName, name, sanExtension, uriName, utcTime } from '../../certificate/der.ts';

/** Answers one request, in any way whatever. */
export type Speech = (request: IncomingMessage, response: ServerResponse) => void;

/** A vendor that says what it likes, on a loopback port. */
export interface HostileVendor {
  readonly url: string;
  /** Method and path of every request, without its query. */
  readonly calls: readonly string[];
  /** What every request brought: its head and its body. */
  readonly requests: readonly { readonly headers: object; readonly url: string; readonly body: string }[];
  close(): Promise<void>;
}

export async function startVendor(speak: Speech): Promise<HostileVendor> {
  const calls: string[] = [];
  const requests: { headers: object; url: string; body: string }[] = [];
  const server = createServer((request, response) => {
    const { method, url = '/', headers } = request;
    calls.push(`${method} ${url.split('?')[0]}`);
    const entry = { headers, url, body: '' };
    requests.push(entry);
    response.on('error', () => {});
    request.setEncoding('latin1').on('data', (chunk: string) => {
      entry.body += chunk;
    });
    request.on('end', () => speak(request, response));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls,
    requests,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, json: unknown, status = 200, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof json === 'string' ? json : JSON.stringify(json));
}

/** Whether a request is one of ZPA's, and which. */
export function readPath(request: IncomingMessage) {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  return {
    isSignIn: path === '/signin' || path === '/oauth2/v1/token',
    isZpa: path.includes('/mgmtconfig/'),
    isCloudflareList: /\/(gateway\/certificates|client_certificates)$/.test(path) && request.method === 'GET',
    isZpaOne: /\/\d+$/.test(path) && !/\/customers\/\d+$/.test(path),
  };
}

export const TOKEN_ANSWER = {
  token_type: 'Bearer',
  access_token: 'hostile-session-token-0001',
  expires_in: '3600',
};

/** A row in which every text is the payload, the certificate's own names too. */
export function buildRow(text: string, index: number): Record<string, unknown> {
  const end = new Date(Date.now() + (index - 5) * 86_400_000).toISOString();
  const names = text.replace(/[^\u0020-\u00ff\r\n]/g, '?').slice(0, 2000);
  const pem = buildPem({
    notAfter: utcTime(`${end.slice(2, 19).replace(/[-:T]/g, '')}Z`),
    subject: name([
      ['CN', text.slice(0, 3000)],
      ['O', text.slice(0, 3000)],
    ]),
    issuer: name([['CN', text.slice(0, 3000)]]),
    extensions: [sanExtension(dnsName(names), uriName(names))],
  });
  // Half of the rows have a certificate, so that the API's own texts are taken from the others.
  const own = index % 2 === 0 ? { certificate: pem } : {};
  return {
    ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, text])),
    [text.slice(0, 200)]: { [text.slice(0, 200)]: [text] },
    certificate: text,
    san: [text, text],
    expires_on: index % 3 === 0 ? text : end,
    validToInEpochSec: index % 3 === 0 ? text : String(Date.parse(end) / 1000),
    in_use: index % 4 === 0,
    ...own,
  };
}

/** Every field of the three vendors' rows that holds a text. */
const TEXT_FIELDS = [
  'id',
  'name',
  'description',
  'cName',
  'getcName',
  'binding_status',
  'status',
  'common_name',
  'type',
  'fingerprint',
  'fingerprint_sha256',
  'serial_number',
  'serialNo',
  'issued_on',
  'created_at',
  'updated_at',
  'uploaded_on',
  'issuer_org',
  'issuer_raw',
  'issuedTo',
  'issuedBy',
  'creationTime',
  'modifiedTime',
  'modifiedBy',
  'certChain',
  'publicKey',
  'csr',
  'signature',
  'microtenantName',
  'microtenantId',
  'domain',
  'appId',
  'certificateId',
  'certificateName',
  'not_before',
] as const;
