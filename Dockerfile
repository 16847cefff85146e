# Visavis with what is locked, for machines without Python:
#     docker build -t visavis .
#     docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/project" visavis build
# With all three publishers, for content that names another than MkDocs: --build-arg LOCK=publishers
# The mounted folder is the project. Its parts alone do too:
#     -v "$PWD/content:/project/content:ro" -v "$PWD/site:/project/site"
FROM python:3.12.12-bookworm@sha256:c0abd0758831ad99b7a29e0c1a875da9c4abb9a2e3f21e2eeb585dbcadfb6cd0 AS made
ARG LOCK=site
WORKDIR /visavis
COPY requirements/$LOCK.txt requirements/
RUN python -m venv /opt/visavis \
    && /opt/visavis/bin/pip install --no-cache-dir --require-hashes --no-deps -r requirements/$LOCK.txt
COPY . .
RUN /opt/visavis/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.12.12-slim-bookworm
COPY --from=made /opt/visavis /opt/visavis
# Whoever it runs as may write: what is kept between runs is in a volume, or gone with the container.
RUN useradd --uid 1000 visavis && install -d -m 1777 /project /cache
ENV PATH=/opt/visavis/bin:$PATH VISAVIS_CACHE=/cache HOME=/tmp PYTHONDONTWRITEBYTECODE=1
USER visavis
WORKDIR /project
EXPOSE 8000
ENTRYPOINT ["visavis"]
CMD ["--help"]
