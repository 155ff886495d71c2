import { startSimulator } from '../../../simulator/server.ts';
import { ONEAPI_CLIENTS, ZPA_CLIENTS } from '../../../simulator/zscaler/estate.ts';
import { makeSmallEstate } from './estates.ts';

const FORMS = {
  '/signin': { client_id: ZPA_CLIENTS.write.id, client_secret: ZPA_CLIENTS.write.secret },
  '/oauth2/v1/token': {
    grant_type: 'client_credentials',
    audience: 'https://api.zscaler.com',
    client_id: ONEAPI_CLIENTS.write.id,
    client_secret: ONEAPI_CLIENTS.write.secret,
  },
} as const;

/**
 * The token that a simulated Zscaler gives to the first who signs in: its tokens follow from its seed, so that
 * another one, started alike, gives the same.
 */
export async function learnFirstToken(path: keyof typeof FORMS): Promise<string> {
  const twin = await startSimulator({ estate: makeSmallEstate('zscaler-zpa') });
  try {
    const answer = await fetch(`${twin.url}${path}`, {
      method: 'POST',
      body: new URLSearchParams(FORMS[path]),
      headers: { connection: 'close' },
    });
    const token = /"access_token":"([^"]+)"/.exec(await answer.text())?.[1];
    if (token === undefined) throw new Error(`${path} gave no token`);
    return token;
  } finally {
    await twin.close();
  }
}
