# syntax=docker/dockerfile:1
FROM rust:1.95-slim-bookworm AS build
WORKDIR /build
# The dependencies alone first: this layer is built again only when Cargo.lock changes.
COPY Cargo.toml Cargo.lock ./
RUN mkdir -p src tests/app \
    && echo 'fn main() {}' | tee src/main.rs tests/app/main.rs > src/lib.rs \
    && cargo build --release --locked \
    && rm -r src tests
COPY . .
# Newer than the stand-ins above, whatever the clock of the checkout says.
RUN touch src/lib.rs src/main.rs && cargo build --release --locked

FROM debian:12-slim AS crm
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --no-create-home --uid 10001 minimata
COPY --from=build /build/target/release/minimata /usr/local/bin/minimata
USER 10001
# Nothing is written: the database is elsewhere (DATABASE_URL), so the root file system may be read-only.
ENV BIND=0.0.0.0 PORT=4040
EXPOSE 4040
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["minimata", "health"]
ENTRYPOINT ["minimata"]

# What makes, checks and restores backups; MariaDB's own programs are in this image alone. See docs/backup.md.
FROM crm AS backup
USER root
RUN apt-get update \
    && apt-get install -y --no-install-recommends mariadb-client mariadb-server-core \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -m 0700 -o 10001 /backups
COPY scripts /minimata/scripts
USER 10001
WORKDIR /minimata
ENV BACKUP_DIR=/backups BACKUP_AT=03:15
HEALTHCHECK NONE
ENTRYPOINT []
CMD ["scripts/backup-nightly"]

# Built when no target is named.
FROM crm
