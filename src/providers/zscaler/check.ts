import { ApiError } from '../../http/errors.ts';
import type { Page } from '../pages.ts';
import type { CredentialCheck } from '../provider.ts';
import type { Session } from './session.ts';

/** What a ZPA credential can do: signing in proved by signing in, reading by reading one page. */
export async function checkCredential(
  session: Session,
  readFirstPage: () => Promise<Page<unknown>>,
): Promise<CredentialCheck> {
  const page = await readFirstPage().catch((error: unknown) => {
    if (error instanceof ApiError && (isDenial(error) || session.isRefusal(error))) return error;
    throw error;
  });
  const wasRead = !(page instanceof ApiError);
  const hasMore = wasRead && page.totalPages !== null && page.totalPages > 1;
  return {
    read: wasRead ? 'proved' : page,
    write: 'unknown',
    credentialStatus: null,
    credentialExpiresOn: null,
    count: wasRead ? page.count : null,
    remarks: [
      session.describe(),
      ...(hasMore ? [`Only the first of ${page.totalPages} pages was read.`] : []),
      'ZPA has no way to ask for the rights or the expiry of an API client.',
    ],
  };
}

/** Whether ZPA refused the token, or what it asked to read. */
export function isDenial({ status }: ApiError): boolean {
  return status === 401 || status === 403;
}
