import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { type DeadlineHandler, ON_DEADLINE } from './on-deadline.decorator.js';

/** Finds the methods marked with `@OnDeadline`; a kind of deadline is answered by one at most. */
@Injectable()
export class DeadlineHandlers implements OnModuleInit {
  private readonly byKind = new Map<string, DeadlineHandler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** Throws where two methods answer the same kind. */
  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const handle = prototype?.[method] as DeadlineHandler;
        const kind = this.reflector.get<string | undefined>(ON_DEADLINE, handle);
        if (!kind) continue;
        if (this.byKind.has(kind)) throw new Error(`Deadlines of kind "${kind}" are answered twice`);
        this.byKind.set(kind, handle.bind(instance));
      }
    }
  }

  find(kind: string): DeadlineHandler | undefined {
    return this.byKind.get(kind);
  }
}
