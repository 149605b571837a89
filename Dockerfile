# Two stages: one builds with Rust and a C compiler, one runs the single binary as a user without rights.

FROM rust:1.95-bookworm AS build
WORKDIR /build
COPY Cargo.toml Cargo.lock build.rs ./
COPY src src
COPY surveys surveys
COPY reports reports
COPY benches benches
COPY tests/main.rs tests/main.rs
RUN cargo build --release --locked --bin polsslag

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin polsslag \
 && install -d -o polsslag -g polsslag -m 0700 /data
COPY --from=build /build/target/release/polsslag /usr/local/bin/polsslag
COPY surveys /usr/share/polsslag/surveys
USER polsslag
WORKDIR /data
# Database, key file, mails and reports; polsslag.toml lies here as well, with data_dir = "." and listen = "0.0.0.0:8080".
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["curl", "--fail", "--silent", "--show-error", "http://127.0.0.1:8080/readyz"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["polsslag"]
CMD ["serve", "--config", "/data/polsslag.toml"]
