//! What comes back: a delivery status report (RFC 3464), read as far as it tells for whom and how badly.

use mail_parser::{HeaderName, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders};

/// What a report says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BounceReport {
    /// Addresses that the report was sent to: one of them is the return address of our message.
    pub sent_to: Vec<String>,
    /// Status codes of the recipients that it is about (RFC 3463): `5.1.1`.
    pub statuses: Vec<String>,
}

impl BounceReport {
    /// The first status that says: never again to this address. A full mailbox or a server in trouble is none.
    ///
    /// Source: RFC 3463 and RFC 7505: addresses that do not exist or moved, and closed mailboxes. 5.1.7 and 5.1.8 are about the
    /// sender, 5.7.1 refuses us: none of them says anything about the address.
    pub fn permanent(&self) -> Option<&str> {
        const GONE: [&str; 6] = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"];
        let is_permanent = |status: &&String| GONE.contains(&status.as_str());
        self.statuses.iter().find(is_permanent).map(String::as_str)
    }
}

fn is_type(part: &MessagePart<'_>, kind: &str, subtype: &str) -> bool {
    part.content_type().is_some_and(|found| {
        found.ctype().eq_ignore_ascii_case(kind)
            && found.subtype().is_some_and(|found| found.eq_ignore_ascii_case(subtype))
    })
}

/// Reads a message; `None` when it is no delivery status report, as for out-of-office replies.
pub fn parse(raw: &[u8]) -> Option<BounceReport> {
    let message: Message<'_> = MessageParser::default().parse(raw)?;
    let root = message.root_part();
    let report = root.content_type()?.attribute("report-type")?;
    if !is_type(root, "multipart", "report") || !report.eq_ignore_ascii_case("delivery-status") {
        return None;
    }
    let status = message.parts.iter().find(|part| {
        is_type(part, "message", "delivery-status") || is_type(part, "message", "global-delivery-status")
    })?;
    let text = String::from_utf8_lossy(status.contents());
    let statuses = text
        .lines()
        .filter_map(|line| line.split_once(':'))
        .filter(|(name, _)| name.trim().eq_ignore_ascii_case("status"))
        .filter_map(|(_, value)| value.split_whitespace().next().map(str::to_owned))
        .collect();
    let mut sent_to: Vec<String> = message
        .to()
        .into_iter()
        .flat_map(|all| all.iter())
        .filter_map(|one| one.address().map(str::to_owned))
        .collect();
    sent_to.extend(message.header_values(HeaderName::DeliveredTo).flat_map(|value| match value {
        HeaderValue::Address(all) => all.iter().filter_map(|one| one.address().map(str::to_owned)).collect(),
        HeaderValue::Text(text) => vec![text.trim().trim_matches(['<', '>']).to_owned()],
        _ => Vec::new(),
    }));
    Some(BounceReport { sent_to, statuses })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A report about a message, as a mail server writes it.
    pub(crate) fn sample(to: &str, status: &str) -> String {
        format!(
            "From: MAILER-DAEMON@mx.example\r\nTo: <{to}>\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/report; report-type=delivery-status;\r\n boundary=\"B1\"\r\n\r\n\
             --B1\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n\
             --B1\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
             Final-Recipient: rfc822; nobody@x.example\r\nAction: failed\r\nStatus: {status}\r\n\r\n--B1--\r\n"
        )
    }

    #[test]
    fn a_report_says_for_whom_and_how_badly() {
        let report = parse(sample("bounce+7-ab@polsslag.example", "5.1.1").as_bytes()).expect("a report");
        assert_eq!(report.sent_to, ["bounce+7-ab@polsslag.example"]);
        assert_eq!(report.permanent(), Some("5.1.1"));
        for passing in ["4.2.2", "5.2.2", "5.7.1", "5.1.8"] {
            let report = parse(sample("b@x.example", passing).as_bytes()).expect("a report");
            assert_eq!(report.permanent(), None, "{passing}");
        }
        assert_eq!(parse(b"From: a@x.example\r\nSubject: Ik ben er niet\r\n\r\nTot maandag.\r\n"), None);
        assert_eq!(parse(b""), None);
    }
}
