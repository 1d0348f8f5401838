# One image for api, worker and command line; which of them it is, the command says.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
RUN npm run build
# Development dependencies, tests, bench and sources stay behind.
RUN npm prune --omit=dev --no-audit --no-fund \
  && rm -rf test bench scripts node_modules/@shucu/test node_modules/@shucu/bench \
  && find apps libs plugins -type d \( -name src -o -name fixtures \) -prune -exec rm -rf {} + \
  && find apps libs plugins -type f \( -name '*.spec.*' -o -name '*.tsbuildinfo' -o -name '*.d.ts*' \) -delete

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app ./
# A new volume takes over the owner of the folder it is mounted on.
RUN install --directory --owner=node --group=node /var/lib/shucu/files /var/lib/shucu/audit-seals
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
