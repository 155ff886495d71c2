import type { WireCustomRules, WireRule } from './wire.ts';

/**
 * A protection rule that asks or holds somebody, in words; null for one that does neither: a policy of branches
 * lets everything from an allowed branch through, and nobody is asked.
 */
export function describeRule({
  type,
  wait_timer: minutes = 0,
  reviewers,
  prevent_self_review: isForOthers = false,
}: WireRule): string | null {
  switch (type) {
    case 'branch_policy':
      return null;
    case 'wait_timer':
      return minutes > 0 ? `a wait of ${minutes} min` : null;
    case 'required_reviewers': {
      const names = (reviewers ?? []).map(({ type: kind, reviewer }) =>
        kind === 'Team' ? `team ${reviewer?.slug ?? '?'}` : (reviewer?.login ?? '?'),
      );
      if (names.length === 0) return null;
      return `review by ${names.join(' or ')}${isForOthers ? ', not by who started the run' : ''}`;
    }
    default:
      return `rule ${type}`;
  }
}

/** Rules of apps, which GitHub keeps apart from its own. */
export function describeCustomRules(given: WireCustomRules): readonly string[] {
  return (given.custom_deployment_protection_rules ?? [])
    .filter(({ enabled }) => enabled)
    .map(({ app }) => `rule of the app ${app?.slug ?? '?'}`);
}
