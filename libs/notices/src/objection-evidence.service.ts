import { Injectable } from '@nestjs/common';
import { EvidenceSubject } from '@shucu/evidence';
import type { Actor } from '@shucu/permissions';
import { ObjectionsService } from './objections.service.js';

/** Whoever may read an objection may have its evidence. */
@Injectable()
export class ObjectionEvidence {
  constructor(private readonly objections: ObjectionsService) {}

  @EvidenceSubject('objection')
  async mayRead(actor: Actor, id: string): Promise<boolean> {
    if (!actor.ability.can('read', 'Objection')) return false;
    const found = await this.objections.find(actor, id);
    return found !== null;
  }
}
