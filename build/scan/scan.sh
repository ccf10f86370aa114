#!/usr/bin/env bash
# Called by ./dev scan, with the connection strings of an empty database and a built portal:
#   scan.sh WEB_PROJECT FOLDER
# Serves the demo in Production behind a proxy, then sends MDN Observatory, wapiti and sqlmap at it. Ends with what they found.
set -uo pipefail

web=$1 dir=$2 here=$(dirname "$(readlink -f "$0")")
https=8443 http=8480 portal=5099 host=127.0.0.1
origin=https://$host:$https
findings=0

say() { printf '%s\n' "$*"; }
die() { printf 'scan: %s\n' "$*" >&2; exit 1; }

stop_all() {
  trap - EXIT
  kill ${front_pid:-} ${portal_pid:-} 2>/dev/null
  wait 2>/dev/null
}
trap stop_all EXIT
trap 'exit 1' INT TERM

authority() { # an authority for an hour, and the portal's certificate
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=Dites32 scan" -keyout "$dir/ca.key" -out "$dir/ca.pem" &&
    openssl req -newkey rsa:2048 -nodes -subj "/CN=$host" -addext "subjectAltName=IP:$host" -keyout "$dir/portal.key" -out "$dir/portal.csr" &&
    openssl x509 -req -in "$dir/portal.csr" -CA "$dir/ca.pem" -CAkey "$dir/ca.key" -CAcreateserial -days 2 -copy_extensions copy -out "$dir/portal.pem" &&
    openssl pkcs12 -export -inkey "$dir/portal.key" -in "$dir/portal.pem" -passout pass:scan -out "$dir/keys.p12"
}

serve() {
  ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS=http://127.0.0.1:$portal Portal__PublicAddress=$origin Proxy__Networks=$host \
    Limits__RequestsPerMinute=0 DataProtection__CertificateFile="$dir/keys.p12" DataProtection__CertificatePassword=scan \
    Mail__Host=127.0.0.1 Mail__Port=9 \
    dotnet run --project "$web" --no-build --no-launch-profile >"$dir/portal.log" 2>&1 &
  portal_pid=$!
  node "$here/front.mjs" "$https" "$http" "$portal" "$dir/portal.pem" "$dir/portal.key" >"$dir/front.log" 2>&1 &
  front_pid=$!
  for _ in $(seq 60); do
    curl -s --cacert "$dir/ca.pem" -o "$dir/home.html" -w '%{http_code}' "$origin/offres" | grep -q 200 && return
    sleep 1
  done
  die "the portal did not answer: $(tail -n 1 "$dir/portal.log") ($dir/portal.log)"
}

sign_in() { (cd "$dir" && NODE_EXTRA_CA_CERTS=$dir/ca.pem node "$here/portal.mjs" "$origin" "$@"); }

observe() { # observe NAME PATH [COOKIES]
  (cd "$dir" && NODE_EXTRA_CA_CERTS=$dir/ca.pem node observatory.mjs "$host" "$https" "$http" "$@") || findings=$((findings + 1))
}

# Two modules of wapiti are left out, Observatory judges both better: « cookieflags » knows « HttpOnly » in these letters
# only, and « http_headers » asks for X-Frame-Options and X-XSS-Protection beside a policy that does more than they did.
attack() { # attack NAME [COOKIES]: wapiti, then sqlmap, as a visitor or with a session
  local name=$1 cookies=${2:-} report=$dir/wapiti-$1.json
  say "── wapiti, $name …"
  wapiti -u "$origin/" --scope domain --verify-ssl 0 --flush-session --max-scan-time "$seconds" --max-attack-time "${SCAN_ATTACK_SECONDS:-40}" \
    -m backup,blindsql,crlf,csp,csrf,exec,file,htaccess,methods,permanentxss,redirect,shellshock,sql,xss,xxe -f json -o "$report" --no-bugreport --store-session "$dir/wapiti" ${cookies:+-H "Cookie: $cookies"} >"$dir/wapiti-$name.log" 2>&1
  [ -s "$report" ] || die "wapiti wrote no report ($dir/wapiti-$name.log)"
  python3 - "$report" <<'PY' || findings=$((findings + 1))
import json, sys
report = json.load(open(sys.argv[1]))
found = [(name, f["method"], f["path"], f["info"]) for kind in ("vulnerabilities", "anomalies") for name, fs in report[kind].items() for f in fs
         if f["path"] != "/deconnexion"]  # the scan's own proxy answers there
print(f"wapiti: {len(found)} findings")
for line in sorted(set(found), key=str):
    print("  ", *line)
sys.exit(1 if found else 0)
PY
  say "── sqlmap, $name …"
  for target in "/offres?q=medecin&lieu=Condom&rayon=30&logement=oui" "/connexion" "/inscription" "/suivi" "/mot-de-passe-oublie" "${@:3}"; do
    sqlmap -u "$origin$target" --forms --batch --smart --level 2 --risk 1 --dbms PostgreSQL --threads 4 --time-sec 3 --ignore-code 401,403,404,409,410,422,429 \
      --flush-session --output-dir "$dir/sqlmap" ${cookies:+--cookie "$cookies"} >>"$dir/sqlmap-$name.log" 2>&1
  done
  if grep -qE "is vulnerable|identified the following injection" "$dir/sqlmap-$name.log"; then
    grep -E "is vulnerable|identified the following injection" -A 6 "$dir/sqlmap-$name.log"
    findings=$((findings + 1))
  else
    say "sqlmap: $(grep -c "testing connection to the target" "$dir/sqlmap-$name.log") targets, 0 injections"
  fi
}

seconds=${SCAN_SECONDS:-300}
authority >"$dir/openssl.log" 2>&1 || die "the certificates could not be made ($dir/openssl.log)"
cp "$here/package.json" "$here/observatory.mjs" "$dir/"
(cd "$dir" && npm install --ignore-scripts --no-audit --no-fund --silent) >"$dir/npm.log" 2>&1 || die "MDN Observatory could not be installed: $(tail -n 1 "$dir/npm.log") ($dir/npm.log)"
serve
offer=$(grep -o 'href="/offres/D32-[^"?#]*' "$dir/home.html" | head -n 1 | cut -c 7-)
[ -n "$offer" ] || die "no offer on the page of the offers"
candidate=$(sign_in candidat@demo.dites32.example demonstration-gers-32) || die "the candidate could not sign in"
recruiter=$(sign_in site@demo.dites32.example demonstration-gers-32 staff) || die "the recruiter could not sign in"

say "── MDN Observatory …"
for page in "home /" "list /offres" "offer $offer" "form $offer/candidater" "sign-in /connexion" "register /inscription" "help /aide" "privacy /donnees-personnelles"; do
  observe ${page% *} "${page#* }"
done
observe account /mon-compte "$candidate"
observe sessions /mon-compte/sessions "$candidate"
observe workspace /recruteur "$recruiter"
observe board "/recruteur/offres" "$recruiter"
attack visitor "" "$offer/question" "$offer/candidater"
attack candidate "$candidate" /mon-compte
say "scan: $findings failed"
[ "$findings" = 0 ]
