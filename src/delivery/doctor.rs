//! What the records of the sender's domain say to those who receive our mail: MX, SPF, DKIM, DMARC. Looks only.

use std::net::SocketAddr;
use std::time::Duration;

use hickory_resolver::TokioResolver;
use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolveHosts, ResolverConfig};
use hickory_resolver::net::NetError;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::{RData, RecordType};
use serde::Serialize;

use crate::domain::language::Language;
use crate::words::{Word, tr};

/// How long one question is waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// How a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// As it should be.
    Good,
    /// There, but it protects too little.
    Weak,
    /// Not there.
    Missing,
    /// Nobody answered.
    Unknown,
}

/// One record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Which: `SPF polsslag.example`.
    pub record: String,
    /// How it is.
    pub verdict: Verdict,
    /// What stands there; empty when nothing does.
    pub found: String,
    /// What to do; `None` when it is good.
    #[serde(serialize_with = "in_english")]
    pub(crate) advice: Option<Word>,
}

/// Programs read the advice as the command says it: in English, empty when there is none.
fn in_english<S: serde::Serializer>(advice: &Option<Word>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&advice.map(|word| tr(Language::En, word)).unwrap_or_default())
}

/// Examines the records of an address's domain. `nameserver` is the system's own unless it is given.
pub async fn examine(
    from: &str,
    dkim_selector: Option<&str>,
    nameserver: Option<SocketAddr>,
) -> Vec<Finding> {
    let domain = from.split_once('@').map_or("localhost", |(_, domain)| domain);
    let Ok(resolver) = resolver(nameserver) else {
        return vec![finding("DNS", Verdict::Unknown, "", Word::DoctorNoNameServer)];
    };
    let mut all = vec![
        mx(ask(&resolver, domain, RecordType::MX).await, domain),
        spf(ask(&resolver, domain, RecordType::TXT).await, domain),
        dmarc(ask(&resolver, &format!("_dmarc.{domain}"), RecordType::TXT).await, domain),
    ];
    match dkim_selector {
        Some(selector) => {
            let name = format!("{selector}._domainkey.{domain}");
            all.push(dkim(ask(&resolver, &name, RecordType::TXT).await, &name));
        }
        None => all.push(finding(&format!("DKIM {domain}"), Verdict::Unknown, "", Word::DoctorSelector)),
    }
    all
}

fn finding(record: &str, verdict: Verdict, found: &str, advice: impl Into<Option<Word>>) -> Finding {
    Finding { record: record.to_owned(), verdict, found: found.to_owned(), advice: advice.into() }
}

fn resolver(nameserver: Option<SocketAddr>) -> Result<TokioResolver, NetError> {
    let mut builder = match nameserver {
        None => TokioResolver::builder_tokio()?,
        Some(address) => {
            let ways = [ConnectionConfig::udp(), ConnectionConfig::tcp()];
            let ways = ways.into_iter().map(|mut way| {
                way.port = address.port();
                way
            });
            let server = NameServerConfig::new(address.ip(), true, ways.collect());
            let config = ResolverConfig::from_parts(None, vec![], vec![server]);
            TokioResolver::builder_with_config(config, TokioRuntimeProvider::default())
        }
    };
    let options = builder.options_mut();
    options.timeout = PATIENCE;
    options.attempts = 1;
    options.cache_size = 0;
    options.use_hosts_file = ResolveHosts::Never;
    builder.build()
}

/// The texts of a name's records; empty when it has none.
///
/// Errors: nobody answered.
async fn ask(resolver: &TokioResolver, name: &str, kind: RecordType) -> Result<Vec<String>, ()> {
    match resolver.lookup(format!("{}.", name.trim_end_matches('.')), kind).await {
        Ok(found) => Ok(found.answers().iter().filter_map(|record| text(&record.data)).collect()),
        Err(error) if error.is_no_records_found() || error.is_nx_domain() => Ok(Vec::new()),
        Err(_) => Err(()),
    }
}

fn text(data: &RData) -> Option<String> {
    match data {
        RData::TXT(text) => Some(String::from_utf8_lossy(&text.txt_data.concat()).into_owned()),
        RData::MX(mx) => Some(format!("{} {}", mx.preference, mx.exchange.to_utf8().trim_end_matches('.'))),
        _ => None,
    }
}

fn mx(answer: Result<Vec<String>, ()>, domain: &str) -> Finding {
    let record = format!("MX {domain}");
    match answer {
        Err(()) => finding(&record, Verdict::Unknown, "", Word::DoctorSilent),
        Ok(all) if all.is_empty() => finding(&record, Verdict::Missing, "", Word::DoctorMx),
        Ok(all) => finding(&record, Verdict::Good, &all.join(", "), None),
    }
}

fn spf(answer: Result<Vec<String>, ()>, domain: &str) -> Finding {
    let record = format!("SPF {domain}");
    let Ok(all) = answer else { return finding(&record, Verdict::Unknown, "", Word::DoctorSilent) };
    let own: Vec<&String> = all.iter().filter(|text| text.to_lowercase().starts_with("v=spf1")).collect();
    match own[..] {
        [] => finding(&record, Verdict::Missing, "", Word::DoctorSpfMissing),
        [one] if one.ends_with("-all") || one.ends_with("~all") || one.contains("redirect=") => {
            finding(&record, Verdict::Good, one, None)
        }
        [one] => finding(&record, Verdict::Weak, one, Word::DoctorSpfOpen),
        _ => finding(&record, Verdict::Weak, &own[0].clone(), Word::DoctorSpfTwo),
    }
}

fn dmarc(answer: Result<Vec<String>, ()>, domain: &str) -> Finding {
    let record = format!("DMARC {domain}");
    let Ok(all) = answer else { return finding(&record, Verdict::Unknown, "", Word::DoctorSilent) };
    let Some(own) = all.iter().find(|text| text.to_lowercase().starts_with("v=dmarc1")) else {
        return finding(&record, Verdict::Missing, "", Word::DoctorDmarcMissing);
    };
    let policy =
        own.to_lowercase().split(';').find_map(|part| part.trim().strip_prefix("p=").map(str::to_owned));
    match policy.as_deref() {
        Some("reject" | "quarantine") => finding(&record, Verdict::Good, own, None),
        _ => finding(&record, Verdict::Weak, own, Word::DoctorDmarcNone),
    }
}

fn dkim(answer: Result<Vec<String>, ()>, name: &str) -> Finding {
    let record = format!("DKIM {name}");
    let Ok(all) = answer else { return finding(&record, Verdict::Unknown, "", Word::DoctorSilent) };
    match all.iter().find(|text| text.contains("p=")) {
        None => finding(&record, Verdict::Missing, "", Word::DoctorDkimMissing),
        Some(text) if text.split(';').any(|part| part.trim() == "p=") => {
            finding(&record, Verdict::Weak, text, Word::DoctorDkimOld)
        }
        Some(text) => finding(&record, Verdict::Good, text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(finding: &Finding, verdict: Verdict) {
        assert_eq!(finding.verdict, verdict, "{finding:?}");
        assert_eq!(finding.advice.is_none(), verdict == Verdict::Good, "{finding:?}");
    }

    #[test]
    fn records_are_told_apart_as_receivers_do() {
        let texts = |all: &[&str]| Ok(all.iter().map(|text| (*text).to_owned()).collect());
        check(&spf(texts(&["v=spf1 mx -all"]), "x"), Verdict::Good);
        check(&spf(texts(&["v=spf1 mx +all"]), "x"), Verdict::Weak);
        check(&spf(texts(&["v=spf1 -all", "v=spf1 mx -all"]), "x"), Verdict::Weak);
        check(&spf(texts(&["other"]), "x"), Verdict::Missing);
        check(&dmarc(texts(&["v=DMARC1; p=reject"]), "x"), Verdict::Good);
        check(&dmarc(texts(&["v=DMARC1; p=none"]), "x"), Verdict::Weak);
        check(&dmarc(texts(&[]), "x"), Verdict::Missing);
        check(&dkim(texts(&["v=DKIM1; p=abc"]), "x"), Verdict::Good);
        check(&dkim(texts(&["v=DKIM1; p="]), "x"), Verdict::Weak);
        check(&mx(texts(&["10 mail.x"]), "x"), Verdict::Good);
        check(&mx(Err(()), "x"), Verdict::Unknown);
    }
}
