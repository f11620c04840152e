# docker build -t taglint . && docker run --rm -v "$PWD:/work:ro" taglint
FROM node:22-alpine AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && mkdir /package && npm pack --ignore-scripts --pack-destination /package
RUN npm install --prefix /opt/taglint --omit=dev --ignore-scripts --no-audit --no-fund /package/*.tgz

FROM alpine:3.22
# git tells what has changed; who owns the files that are mounted is nobody of the container.
RUN apk add --no-cache nodejs git && git config --system --add safe.directory '*'
COPY --from=build /opt/taglint /opt/taglint
# No image is built whose Node is too old for it.
RUN node --version | grep -E '^v(2[2-9]|[3-9][0-9])\.' && node /opt/taglint/node_modules/taglint/dist/cli.js --version
USER 10001:10001
WORKDIR /work
ENTRYPOINT ["node", "/opt/taglint/node_modules/taglint/dist/cli.js"]
