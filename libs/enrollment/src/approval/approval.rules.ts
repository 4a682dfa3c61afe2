import { ApprovalLayer, SkipReason, StepState } from './approval.enums.js';

/** So long a layer has; then its step passes to the level above. The provider has no end: nobody is above it here. */
export const DAYS_TO_DECIDE = 7;

/** One layer’s say, as far as the next turn depends on it. */
export interface Step {
  id: string;
  layer: ApprovalLayer;
  organizationId: string | null;
  state: StepState;
  /** Whether somebody other than the person may decide there now. */
  hasDecider: boolean;
}

export interface Turn {
  /** Passed over, each with why. */
  skipped: { id: string; because: SkipReason }[];
  /** The step that is asked now; null: none is left to ask. */
  asked: Step | null;
  /**
   * What the whole chain says: ASKED while somebody is to decide, APPROVED when all who could be asked agreed,
   * and UNHEARD when all were passed over, so that nobody has agreed.
   */
  outcome: 'ASKED' | 'APPROVED' | 'UNHEARD';
}

/** Who must approve. Where nothing else is said, the provider does. */
export function layersOf({
  asksApproval,
  approvalLayers,
}: {
  asksApproval: boolean;
  approvalLayers: readonly ApprovalLayer[];
}): readonly ApprovalLayer[] {
  if (!asksApproval) return [];
  return approvalLayers.length > 0 ? approvalLayers : [ApprovalLayer.PROVIDER];
}

/** Whose turn it is, in steps that stand in their order. `homeKnown`: whether the person’s organization is known. */
export function turnOf(steps: readonly Step[], homeKnown: boolean): Turn {
  const skipped: Turn['skipped'] = [];
  for (const step of steps) {
    if (step.state === StepState.PENDING) return { skipped, asked: null, outcome: 'ASKED' };
    if (step.state !== StepState.WAITING) continue;
    const because = whySkipped(step, homeKnown);
    if (!because) return { skipped, asked: step, outcome: 'ASKED' };
    skipped.push({ id: step.id, because });
  }
  const isHeard = steps.some(({ state }) => state === StepState.APPROVED);
  return { skipped, asked: null, outcome: isHeard ? 'APPROVED' : 'UNHEARD' };
}

function whySkipped({ layer, organizationId, hasDecider }: Step, homeKnown: boolean): SkipReason | null {
  // The provider is asked whoever works there: somebody will, and a place must not be had by silence.
  if (layer === ApprovalLayer.PROVIDER) return null;
  if (organizationId === null) return homeKnown ? SkipReason.NO_SUCH_LAYER : SkipReason.ORGANIZATION_UNKNOWN;
  return hasDecider ? null : SkipReason.NOBODY_TO_DECIDE;
}

/** When a step asked now passes on; null: never. */
export function dueAt(layer: ApprovalLayer, now: Date): Date | null {
  return layer === ApprovalLayer.PROVIDER ? null : new Date(now.getTime() + DAYS_TO_DECIDE * 86_400_000);
}
