import { describe, expect, test } from 'vitest';
import { reportFacts } from '../../src/panels/console/reportFacts.ts';
import { clock } from '../../src/kernel/time.ts';
import type { FactView } from '../../src/view/seatView.ts';

const held = (more: Partial<FactView> & Pick<FactView, 'statement' | 'type'>): FactView => ({
  about: { areas: ['59'] },
  of: clock('17:00'),
  since: clock('17:05'),
  source: { kind: 'instrument', sensor: 'orange.voice' },
  sources: [],
  confidence: 0.9,
  writtenDown: true,
  contradictedBy: [],
  superseded: false,
  replacedBy: [],
  ...more,
});

describe('a situation report', () => {
  test('says what is held in the order of the hours it speaks of', () => {
    const { known } = reportFacts([
      held({ statement: 1, type: 'emergency.affected', of: clock('18:10') }),
      held({ statement: 2, type: 'voice.degraded', of: clock('16:50') }),
      held({ statement: 3, type: 'equipment.callServers', of: clock('17:30') }),
    ]);
    expect(known.map(({ statement }) => statement)).toEqual([2, 3, 1]);
  });

  test('keeps apart what is doubted or contradicted: a doubt is no knowledge', () => {
    const { known, doubtful } = reportFacts([
      held({ statement: 1, type: 'cyberattack.excluded', confidence: 0.3, about: {} }),
      held({ statement: 2, type: 'restored', contradictedBy: [3] }),
      held({ statement: 3, type: 'voice.degraded' }),
    ]);
    expect(known.map(({ statement }) => statement)).toEqual([3]);
    expect(doubtful.map(({ statement }) => statement)).toEqual([1, 2]);
  });

  test('leaves out what is superseded, and a bare statement beside a full one of its kind', () => {
    const { known } = reportFacts([
      held({ statement: 1, type: 'restoration.eta', about: {} }),
      held({ statement: 2, type: 'restoration.eta', about: { at: clock('20:15') } }),
      held({ statement: 3, type: 'emergency.affected', superseded: true }),
      held({ statement: 4, type: 'cause.vendorBug', about: {} }),
    ]);
    expect(known.map(({ statement }) => statement)).toEqual([2, 4]);
  });
});
