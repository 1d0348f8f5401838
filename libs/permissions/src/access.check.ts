import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS } from './requires.decorator.js';

/** Refuses to start an api that has an endpoint with neither `@Requires` nor `@Public`, naming all of them. */
@Injectable()
export class AccessCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.discovery.getControllers().flatMap(({ instance, name }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((method) => this.isEndpoint(prototype[method]) && !this.hasAccess(prototype[method]))
        .map((method) => `${name}.${method}`);
    });
    if (open.length > 0) throw new Error(`Endpoints without @Requires or @Public: ${open.join(', ')}`);
  }

  private isEndpoint(method: (() => unknown) | undefined): boolean {
    const verb = method && this.reflector.get<RequestMethod | undefined>('method', method);
    return verb !== undefined;
  }

  private hasAccess(method: (() => unknown) | undefined): boolean {
    return method !== undefined && this.reflector.get(ACCESS, method) !== undefined;
  }
}
