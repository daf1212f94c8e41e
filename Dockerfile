# A static binary and nothing else: no shell, no package manager, no root.
#
#   docker run --rm --volume "$PWD:/work:ro" wirelint check
#   docker run --rm --volume "$PWD:/work" --user "$(id -u):$(id -g)" wirelint fix
FROM rust:1.95-alpine AS build
WORKDIR /build
COPY Cargo.toml Cargo.lock build.rs ./
COPY src src
# The manifest names the tests, which are not needed to build.
RUN mkdir tests && touch tests/main.rs && cargo build --release --locked && mkdir /work

FROM scratch
COPY --from=build /build/target/release/wirelint /usr/bin/wirelint
COPY --from=build /work /work
COPY LICENSE-APACHE LICENSE-MIT /usr/share/doc/wirelint/
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["/usr/bin/wirelint"]
CMD ["check"]
