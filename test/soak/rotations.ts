import type { Random } from '../../simulator/random.ts';
import { COMPLETE as CLIENT_COMPLETE, playClient } from '../run/rotation/client-story.ts';
import { isSame } from '../run/rotation/kill-walks.ts';
import type { Kill, Life } from '../run/rotation/lives.ts';
import { COMPLETE as GATEWAY_COMPLETE, play as playGateway } from '../run/rotation/story.ts';
import { DAY, TOKEN } from '../run/rotation/world.ts';
import { play as playZpa, COMPLETE as ZPA_COMPLETE } from '../run/rotation/zpa-story.ts';
import { renew, SECRET as ZPA_SECRET } from '../run/rotation/zpa-world.ts';
import { choose, judgeRun, type Played, type Scenario } from './scenario.ts';

/** More calls than any of these rotations takes; a kill beyond the last one is none. */
const CALLS_AT_MOST = 120;

function drawKill(draw: Random): Kill | null {
  if (draw.next() < 0.25) return null;
  return { call: 1 + draw.integer(CALLS_AT_MOST), when: choose(draw, ['before', 'after']) };
}

/** What ended otherwise than it should, what was breached on the way, and what any run told that it may not. */
function judge(ended: object, wanted: object, lives: readonly Life[], secrets: readonly string[]): Played {
  const wrong = isSame(ended, wanted) ? [] : [`it ended as ${JSON.stringify(ended)}`];
  const failed = lives.filter(({ failure }) => failure !== null).length;
  return {
    course: lives.some(({ wasKilled }) => wasKilled) ? 'killed' : failed > 0 ? 'failed on the way' : 'smooth',
    breaches: [...wrong, ...lives.flatMap(({ runner }) => judgeRun(runner, secrets))],
  };
}

/** Whole rotations that lose answers, are refused, wait for lagging lists, and are killed once. */
export const ROTATIONS: readonly Scenario[] = [
  {
    name: 'rotation on cloudflare-gateway',
    play: async (draw, seed) => {
      const { ending, lives } = await playGateway({
        unkind: seed,
        kill: drawKill(draw),
        settleMilliseconds: 500 + draw.integer(8000),
        ledgerSkewMilliseconds: choose(draw, [0, -90_000, 90_000]),
        delays: { soakMilliseconds: DAY, overlapMilliseconds: 7 * DAY },
        cloudflare: {
          listingLagMilliseconds: draw.integer(8000),
          useLagMilliseconds: draw.integer(6000),
          inUseDeactivation: choose(draw, ['refuse', 'switch']),
        },
      });
      // A record that was lost with its answer may be written a second time, or not at all.
      const { recorded: _, ...ended } = ending;
      const { recorded: __, ...wanted } = GATEWAY_COMPLETE;
      return judge(ended, wanted, lives, [TOKEN]);
    },
  },
  {
    name: 'rotation on cloudflare-client',
    play: async (draw, seed) => {
      const { ending, lives, world } = await playClient({
        unkind: seed,
        kill: drawKill(draw),
        settleMilliseconds: 500 + draw.integer(8000),
        overlapMilliseconds: 7 * DAY,
        cloudflare: {
          clientListingLagMilliseconds: draw.integer(6000),
          clientNotFoundStatus: choose(draw, [404, 400]),
        },
      });
      return judge(ending, CLIENT_COMPLETE, lives, [TOKEN, ...world.store.values]);
    },
  },
  {
    name: 'rotation on zscaler-zpa',
    play: async (draw, seed) => {
      const { ending, lives } = await playZpa(
        {
          unkind: seed,
          kill: drawKill(draw),
          overlapMilliseconds: DAY,
          zscaler: {
            listingLagMilliseconds: draw.integer(8000),
            numberForm: choose(draw, ['string', 'number', 'mixed']),
            absentDescription: choose(draw, ['keep', 'clear']),
            referencedDeletion: choose(draw, ['refuse', 'accept']),
          },
        },
        { phases: 'plan,stage,promote,retire' },
      );
      const { recorded: _, ...ended } = ending;
      const { recorded: __, ...wanted } = ZPA_COMPLETE;
      const { privateKeyPem } = await renew(-1);
      return judge(ended, wanted, lives, [ZPA_SECRET, privateKeyPem]);
    },
  },
];
