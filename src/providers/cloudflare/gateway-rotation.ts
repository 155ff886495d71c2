import type { Transport } from '../../http/transport.ts';
import type { Clock } from '../../http/types.ts';
import { EVERYTHING } from '../../interface/request.ts';
import type { Provider } from '../provider.ts';
import type {
  ActResult,
  ObservedCertificate,
  PromoteOrder,
  RetireOrder,
  RollbackOrder,
  Rotation,
  RotationMaterial,
  RotationObservation,
  RotationTools,
  StageOrder,
} from '../rotation.ts';
import { createGatewayConfiguration } from './gateway-configuration.ts';
import { describeGatewayRotation } from './gateway-description.ts';
import { observeGateway } from './gateway-observation.ts';

export interface GatewayRotationContext {
  readonly provider: Provider;
  readonly transport: Transport;
  readonly accountId: string;
  readonly clock: Clock;
  readonly material: RotationMaterial;
}

/** How the certificate that inspects an account's traffic is replaced: create, activate, turn on, deactivate, delete. */
export function createGatewayRotation(context: GatewayRotationContext): Rotation {
  const { provider, accountId, clock } = context;
  const configuration = createGatewayConfiguration(context.transport, accountId);
  const request = { validityDays: context.material.validityDays, csr: null, upload: null };

  async function observe(): Promise<RotationObservation> {
    const [rows, configured] = await Promise.all([provider.list(EVERYTHING), configuration.read()]);
    return observeGateway({
      accountId,
      rows,
      configured,
      validityDays: request.validityDays,
      lookalikes: provider.creation.recognise(rows, request),
      now: new Date(clock.now()),
    });
  }

  async function stage({ successor }: StageOrder, tools: RotationTools): Promise<ActResult> {
    const certificate = successor?.certificate ?? (await tools.create(request));
    if (certificate === null) {
      return { result: 'overtaken', reason: 'another run is making the successor in this moment' };
    }
    if (successor?.readiness !== 'ready') await tools.changeStatus(certificate.id, 'activate');
    return { result: 'done', certificate };
  }

  /** Sets the certificate, and waits until both the configuration and its own row say that it serves. */
  async function turnTo(id: string, tools: RotationTools): Promise<ActResult> {
    const call = configuration.callToUse(id);
    const isSet = async () => {
      const now = await configuration.read();
      return now.kind === 'certificate' && now.id === id.toLowerCase() ? now : null;
    };
    const before = await configuration.read();
    if (before.kind !== 'certificate' || before.id !== id.toLowerCase()) {
      await tools.sendLookingFirst(() => configuration.send(call), isSet);
      tools.log(`Certificate ${id} is set in the Gateway configuration`);
    }
    const outcome = await tools.poll(
      `certificate ${id} to be in use`,
      async (): Promise<ActResult | null> => {
        const [now, certificate] = await Promise.all([configuration.read(), provider.get(id)]);
        const isSame =
          now.kind === before.kind &&
          (now.kind !== 'certificate' || before.kind !== 'certificate' || now.id === before.id);
        if (now.kind !== 'certificate' || now.id !== id.toLowerCase()) {
          // A reading may lag behind what was just set.
          return isSame
            ? null
            : { result: 'overtaken', reason: 'somebody has set another certificate since' };
        }
        if (certificate === null || certificate.status !== 'available') {
          const status = certificate === null ? 'gone' : (certificate.status ?? 'of unknown status');
          return { result: 'overtaken', reason: `certificate ${id} is ${status}, so it cannot serve` };
        }
        return certificate.inUse === false ? null : { result: 'done', certificate: { ...certificate, id } };
      },
    );
    return (
      outcome ?? { result: 'pending', reason: `certificate ${id} is set, and is not shown to be in use yet` }
    );
  }

  async function promote({ successor }: PromoteOrder, tools: RotationTools): Promise<ActResult> {
    if (successor === null) throw new TypeError('A Gateway certificate is staged before it is promoted');
    const { id } = successor.certificate;
    const fresh = await provider.get(id);
    if (fresh?.status !== 'available') {
      const reason = `certificate ${id} is ${fresh === null ? 'gone' : (fresh.status ?? 'of unknown status')}`;
      return { result: 'overtaken', reason };
    }
    return turnTo(id, tools);
  }

  async function rollback({ failedId, restored }: RollbackOrder, tools: RotationTools): Promise<ActResult> {
    const now = await observe();
    const failed = find(now, failedId);
    const target = find(now, restored.certificate.id);
    const isSetToFailed = now.missingId === failedId || failed?.serves === 'arriving';
    const cannotServe = failed === null || failed.readiness === 'dormant' || failed.readiness === 'leaving';
    if (!isSetToFailed || !cannotServe || target?.readiness !== 'ready') {
      return { result: 'overtaken', reason: 'what stands has changed before the rollback' };
    }
    return turnTo(restored.certificate.id, tools);
  }

  async function retire({ replaced, heir, by }: RetireOrder, tools: RotationTools): Promise<ActResult> {
    if (replaced === null) throw new TypeError('There is nothing to retire');
    const { id } = replaced.certificate;
    const now = await observe();
    const old = find(now, id);
    const serving = find(now, heir.certificate.id);
    if (serving?.serves !== 'yes' || serving.readiness !== 'ready') {
      const reason = `certificate ${heir.certificate.id} is not the one that serves any more`;
      return { result: 'overtaken', reason };
    }
    if (old === null) return { result: 'done', certificate: null };
    if (old.serves !== 'no') return { result: 'overtaken', reason: `certificate ${id} is in use again` };
    if (old.readiness !== 'dormant') await tools.changeStatus(id, 'deactivate');
    if (by === 'delete') await tools.remove(id);
    return { result: 'done', certificate: old.certificate };
  }

  return {
    lineage: { provider: provider.name, scope: accountId, name: 'in-use' },
    observe,
    describe: (order) => describeGatewayRotation(order, { provider, configuration, request, accountId }),
    stage,
    promote,
    prove: null,
    rollback,
    retire,
  };
}

function find({ certificates }: RotationObservation, id: string): ObservedCertificate | null {
  return certificates.find(({ certificate }) => certificate.id === id) ?? null;
}
