import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MarkedMethodsModule } from '@shucu/jobs';
import { AppError, type ErrorCode } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { EvidenceSubject } from './evidence-subject.decorator.js';
import { EvidenceSubjects } from './evidence-subjects.js';

const ACTOR = { accountId: 'a' } as Actor;

@Injectable()
class Parcels {
  private readonly refusals: Readonly<Record<string, ErrorCode>> = {
    hidden: 'resource.notFound',
    forbidden: 'auth.forbidden',
    broken: 'service.unavailable',
  };

  @EvidenceSubject('parcel')
  async mayRead(_actor: Actor, id: string): Promise<boolean> {
    const refusal = this.refusals[id];
    if (refusal) throw new AppError(refusal);
    return id === 'own';
  }
}

@Injectable()
class OtherParcels {
  @EvidenceSubject('parcel')
  async mayRead(): Promise<boolean> {
    return true;
  }
}

async function subjectsWith(...providers: (new () => object)[]): Promise<EvidenceSubjects> {
  @Module({
    imports: [MarkedMethodsModule],
    providers: [EvidenceSubjects, ...providers, { provide: 'alias', useExisting: Parcels }],
  })
  class Bed {}
  const app = await NestFactory.createApplicationContext(Bed, { logger: false, abortOnError: false });
  return app.get(EvidenceSubjects);
}

describe('subjects that cite evidence', () => {
  it('are asked whether the actor may read them; a refusal is a no, a fault is none', async () => {
    const subjects = await subjectsWith(Parcels);
    const answers = await Promise.all(
      ['own', 'other', 'hidden', 'forbidden'].map((id) => subjects.mayRead('parcel', ACTOR, id)),
    );
    expect(answers).toEqual([true, false, false, false]);
    await expect(subjects.mayRead('parcel', ACTOR, 'broken')).rejects.toThrow(AppError);
  });

  it('are of a kind that somebody answers for, and one alone', async () => {
    const subjects = await subjectsWith(Parcels);
    expect(() => subjects.assertKnown('parcel')).not.toThrow();
    expect(() => subjects.assertKnown('letter')).toThrow("@EvidenceSubject('letter')");
    await expect(subjects.mayRead('letter', ACTOR, 'own')).rejects.toThrow('letter');
    await expect(subjectsWith(Parcels, OtherParcels)).rejects.toThrow('two methods answer for "parcel"');
  });
});
