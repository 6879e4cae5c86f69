#!/usr/bin/env bash
# Turns a copy of the source tree from Camunda 7.24 to Operaton: the mechanical steps of src/docs/exit-path.md.
# Works in place on the copy that is named; running it again changes nothing. What it leaves to people is in the paper.
set -euo pipefail

copy=${1:?usage: $0 <copy of the source tree>}
operaton=${OPERATON_VERSION:-1.0.3}
keycloak=${OPERATON_KEYCLOAK_VERSION:-1.0.0}
cd "$copy"
[ -f pom.xml ] && [ -d processes ] || { echo "no copy of the source tree: $copy" >&2; exit 1; }

# 1. Artifacts and versions that are not just renamed.
sed -i \
    -e "s|<camunda.version>[^<]*<|<operaton.version>$operaton<|" \
    -e "s|<camunda-keycloak.version>[^<]*<|<operaton-keycloak.version>$keycloak<|" \
    -e 's|camunda-platform-7-keycloak|operaton-keycloak|' \
    -e 's|lib/camunda-engine-7|lib/operaton-engine-|' \
    pom.xml src/test/java/org/supervision/ProductionArtifactIT.java

# 2. Everything that carries the name: artifacts and packages, types and methods (getCamundaFormRef), settings
#    (camunda.bpm.*), paths (/camunda/app), the group camunda-admin. The engine's own copy of jakarta.el is gone there; the
#    FEEL engine keeps its package. Diagrams, tables of decisions and forms stay as they are, byte for byte, and so does
#    their prefix (camunda:formRef) where code speaks of it. So do migrations, whose checksums a database in use knows.
#    Decisions and this folder tell what was.
grep -rlIiZ camunda pom.xml README.md src deploy \
        --exclude=*.bpmn --exclude=*.dmn --exclude=*.form \
        --exclude-dir=decisions --exclude-dir=exit --exclude-dir=migration --exclude=exit-path.md |
    xargs -0 -r sed -i -E \
        -e 's/org\.camunda\.bpm\.impl\.juel\.jakarta\.el/jakarta.el/g' \
        -e 's/org\.camunda\.feel/org.STAYS.feel/g' \
        -e 's/camunda(:[a-zA-Z])/STAYS\1/g' \
        -e 's/camunda/operaton/g; s/Camunda/Operaton/g; s/CAMUNDA/OPERATON/g' \
        -e 's/STAYS(\.feel|:)/camunda\1/g'

# 3. Folders that the web applications look for by name.
find src -depth -type d -name camunda | while read -r folder; do
    mv "$folder" "$(dirname "$folder")/operaton"
done

if grep -rIin camunda pom.xml src/main src/test --include=*.java --include=*.xml --include=*.yaml --include=*.html |
        grep -vE 'org\.camunda\.feel|camunda:[a-zA-Z]'; then
    echo "these were left over" >&2
    exit 1
fi
echo "renamed; next mvn spotless:apply, which sorts the imports anew, then the steps the paper leaves to people"
