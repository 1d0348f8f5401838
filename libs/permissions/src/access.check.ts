import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS, type Access } from './requires.decorator.js';

interface Endpoint {
  readonly controller: string;
  readonly method: string;
  readonly access: Access | undefined;
}

/** Refuses to start an api that has an endpoint with neither `@Requires` nor `@Public`, naming all of them. */
@Injectable()
export class AccessCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const forgotten = this.endpoints().filter(({ access }) => !access);
    if (forgotten.length === 0) return;
    const names = forgotten.map(({ controller, method }) => `${controller}.${method}`);
    throw new Error(`Endpoints without @Requires or @Public: ${names.join(', ')}`);
  }

  /** The endpoints that are open to everybody, as controller and method. */
  open(): Pick<Endpoint, 'controller' | 'method'>[] {
    return this.endpoints().filter(({ access }) => access && 'public' in access);
  }

  private endpoints(): Endpoint[] {
    return this.discovery.getControllers().flatMap(({ instance, name }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = prototype[method];
        if (!handler || this.reflector.get<RequestMethod | undefined>('method', handler) === undefined) return [];
        return [{ controller: name, method, access: this.reflector.get<Access | undefined>(ACCESS, handler) }];
      });
    });
  }
}
