import { loadX509 } from '../x509.ts';
import type { ClientRequest } from './client-authority.ts';
import type { ClientSubject } from './client-seeds.ts';

const PEM =
  /^-----BEGIN (NEW )?CERTIFICATE REQUEST-----\r?\n[^-]+\r?\n-----END (NEW )?CERTIFICATE REQUEST-----$/;

/** A certificate signing request as it came, and what can be told of its subject. */
export interface ReadRequest extends ClientRequest {
  readonly parts: ClientSubject;
}

/** Reads a request; null where it is not one in PEM, or its signature is not of its own key. */
export async function readCertificateRequest(csr: string): Promise<ReadRequest | null> {
  if (!PEM.test(csr.trim())) return null;
  const x509 = await loadX509();
  try {
    const request = new x509.Pkcs10CertificateRequest(csr);
    if (!(await request.verify())) return null;
    const name = request.subjectName;
    const read = (part: string) => name.getField(part)[0] ?? '';
    return {
      subject: Buffer.from(name.toArrayBuffer()),
      publicKey: Buffer.from(request.publicKey.rawData),
      csr: csr.replace(/\r?\n/g, '\r\n'),
      parts: {
        commonName: read('CN'),
        organization: read('O'),
        organizationalUnit: read('OU'),
        location: read('L'),
        state: read('ST'),
        country: read('C'),
      },
    };
  } catch {
    // Whatever the library cannot read, or a key that cannot have signed, is no request.
    return null;
  }
}
