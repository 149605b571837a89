//! Links and pseudonyms, all derived from one key that never lies in the database.
//!
//! An answer link is HMAC(key, round ‖ seat ‖ occupant version): a reminder carries the same link while the
//! database holds only a digest of it. A sheet carries a pseudonym under a per-agreement secret, stable over
//! rounds. Every purpose has its own label, so that no derived value can stand in for another.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::domain::ids::{
    AccountId, AgreementId, DataLinkId, HandOverId, MessageId, PersonId, RoundId, SeatId, SessionId,
    ShareLinkId, SignInId, WebhookId,
};

/// Bytes in a link token: 160 bits, above the 128 that privacy rules ask for.
const TOKEN_BYTES: usize = 20;

/// The service's secret key. Its `Debug` says nothing.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(secret)")
    }
}

impl Key {
    /// A key of these bytes.
    pub fn new(bytes: [u8; 32]) -> Key {
        Key(bytes)
    }

    /// The key written as 64 hexadecimal characters, or `None` for any other text.
    pub fn from_hex(text: &str) -> Option<Key> {
        let bytes = HEXLOWER.decode(text.trim().as_bytes()).ok()?;
        Some(Key(bytes.try_into().ok()?))
    }

    /// The text for the key file.
    pub fn to_hex(&self) -> String {
        HEXLOWER.encode(&self.0)
    }

    /// A value that tells two keys apart and gives neither away; the database keeps it.
    pub fn fingerprint(&self) -> String {
        HEXLOWER.encode(&self.derive("fingerprint", &[])[..8])
    }

    /// The answer link of a seat's occupant in a round.
    pub fn answer_token(&self, round: RoundId, seat: SeatId, occupant_version: i64) -> Token {
        Token::from_bytes(&self.derive("answer", &[round.0, seat.0, occupant_version]))
    }

    /// A person's own link, for choices and requests; it outlives rounds.
    pub fn unsubscribe_token(&self, person: PersonId) -> Token {
        Token::from_bytes(&self.derive("unsubscribe", &[person.0]))
    }

    /// The link with which a facilitator lets a seat pass on.
    pub fn hand_over_token(&self, id: HandOverId) -> Token {
        Token::from_bytes(&self.derive("hand-over", &[id.0]))
    }

    /// The link to one's own data.
    pub fn data_token(&self, id: DataLinkId) -> Token {
        Token::from_bytes(&self.derive("data", &[id.0]))
    }

    /// The link to a page of the whole agreement.
    pub fn share_token(&self, id: ShareLinkId) -> Token {
        Token::from_bytes(&self.derive("share", &[id.0]))
    }

    /// The link of a sign-in mail: random, since its nonce is; found again when the mail is composed.
    pub fn sign_in_token(&self, id: SignInId, nonce: &[u8; 16]) -> Token {
        Token::from_bytes(&self.sign_in("sign-in", id, nonce))
    }

    /// The eight digits of a sign-in mail, for whoever reads it on another device.
    pub fn sign_in_code(&self, id: SignInId, nonce: &[u8; 16]) -> String {
        let bytes = self.sign_in("sign-in code", id, nonce);
        let number =
            bytes[..8].iter().fold(0u64, |sum, byte| sum.wrapping_mul(256).wrapping_add(u64::from(*byte)));
        format!("{:08}", number % 100_000_000)
    }

    /// What another server's word must repeat, so that it answers this attempt and no other.
    pub fn sign_in_nonce(&self, id: SignInId, nonce: &[u8; 16]) -> Token {
        Token::from_bytes(&self.sign_in("sign-in nonce", id, nonce))
    }

    fn sign_in(&self, label: &str, id: SignInId, nonce: &[u8; 16]) -> [u8; 32] {
        let mut mac = self.mac(label);
        mac.update(&id.0.to_be_bytes());
        mac.update(nonce);
        mac.finalize().into_bytes().into()
    }

    /// What a session's forms carry, so that no other site can send one.
    pub fn form_token(&self, id: SessionId) -> Token {
        Token::from_bytes(&self.derive("form-token", &[id.0]))
    }

    /// The secret of an account's second factor: 20 bytes, stored nowhere. Another generation is another secret.
    pub fn factor_secret(&self, id: AccountId, generation: i64) -> [u8; TOKEN_BYTES] {
        let mut secret = [0; TOKEN_BYTES];
        secret.copy_from_slice(&self.derive("second factor", &[id.0, generation])[..TOKEN_BYTES]);
        secret
    }

    /// The secret with which events to an address are signed.
    pub fn webhook_secret(&self, id: WebhookId) -> Token {
        Token::from_bytes(&self.derive("webhook", &[id.0]))
    }

    /// The signature of an event's body: hexadecimal HMAC-SHA-256 under the webhook's secret.
    pub fn sign_event(&self, id: WebhookId, body: &str) -> String {
        let mut mac = Key::keyed(self.webhook_secret(id).reveal().as_bytes());
        mac.update(body.as_bytes());
        HEXLOWER.encode(&mac.finalize().into_bytes())
    }

    /// What stands behind a message's return address: nobody can make one up for another message.
    pub fn bounce_tag(&self, id: MessageId) -> String {
        HEXLOWER.encode(&self.derive("bounce", &[id.0])[..8])
    }

    /// What signs the place where a pruned audit log begins.
    pub fn anchor_signature(&self, id: i64, digest: &str) -> String {
        let mut mac = self.mac("audit anchor");
        mac.update(&id.to_be_bytes());
        mac.update(digest.as_bytes());
        HEXLOWER.encode(&mac.finalize().into_bytes())
    }

    /// The key of a report's address. A higher generation revokes the earlier ones.
    pub fn report_token(&self, agreement: AgreementId, period: &str, generation: i64) -> Token {
        let mut mac = self.mac("report");
        mac.update(&agreement.0.to_be_bytes());
        mac.update(&generation.to_be_bytes());
        mac.update(period.as_bytes());
        Token::from_bytes(&mac.finalize().into_bytes())
    }

    /// The pseudonym of a seat's occupant, stable over rounds, meaningless without the key.
    pub fn pseudonym(
        &self,
        agreement: AgreementId,
        generation: i64,
        seat: SeatId,
        occupant_version: i64,
    ) -> [u8; 16] {
        first_16(&self.derive("pseudonym", &[agreement.0, generation, seat.0, occupant_version]))
    }

    /// The pseudonym of a respondent in an imported file.
    pub fn imported_pseudonym(
        &self,
        agreement: AgreementId,
        generation: i64,
        partner: &str,
        respondent: &str,
    ) -> [u8; 16] {
        let mut mac = self.mac("imported");
        mac.update(&agreement.0.to_be_bytes());
        mac.update(&generation.to_be_bytes());
        mac.update(&(partner.len() as u64).to_be_bytes());
        mac.update(partner.as_bytes());
        mac.update(respondent.as_bytes());
        first_16(&mac.finalize().into_bytes())
    }

    /// What knows an address again without keeping it.
    pub fn address_digest(&self, mail: &str) -> [u8; 16] {
        let mut mac = self.mac("address");
        mac.update(mail.as_bytes());
        first_16(&mac.finalize().into_bytes())
    }

    /// What tells a repeated form from a new one without keeping its content.
    pub fn form_digest(&self, sheet: &[u8], body: &[u8]) -> [u8; 16] {
        let mut mac = self.mac("form");
        mac.update(sheet);
        mac.update(body);
        first_16(&mac.finalize().into_bytes())
    }

    /// HMAC under a key of at most 64 bytes.
    fn keyed(key: &[u8]) -> Hmac<Sha256> {
        // HMAC pads a key with zeros to its hash's block; done here, the length needs no error.
        let mut block = [0u8; 64];
        let n = key.len().min(block.len());
        block[..n].copy_from_slice(&key[..n]);
        Hmac::<Sha256>::new(&block.into())
    }

    fn mac(&self, label: &str) -> Hmac<Sha256> {
        let mut mac = Key::keyed(&self.0);
        mac.update(label.as_bytes());
        mac.update(&[0]);
        mac
    }

    fn derive(&self, label: &str, parts: &[i64]) -> [u8; 32] {
        let mut mac = self.mac(label);
        for part in parts {
            mac.update(&part.to_be_bytes());
        }
        mac.finalize().into_bytes().into()
    }
}

fn first_16(bytes: &[u8]) -> [u8; 16] {
    let mut out = [0; 16];
    out.copy_from_slice(&bytes[..16]);
    out
}

/// A secret in a link. `Debug` and logs say nothing; only [`Token::reveal`] does.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(secret)")
    }
}

impl Token {
    fn from_bytes(bytes: &[u8]) -> Token {
        Token(BASE64URL_NOPAD.encode(&bytes[..TOKEN_BYTES]))
    }

    /// A token of random bytes.
    pub fn from_random(bytes: &[u8; 32]) -> Token {
        Token(BASE64URL_NOPAD.encode(bytes))
    }

    /// A token as it came in an address. Anything is accepted; a wrong one is simply not found.
    pub fn from_text(text: &str) -> Token {
        Token(text.to_owned())
    }

    /// The text for a link. The only way out.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What the database stores instead.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> Key {
        Key::new([7; 32])
    }

    #[test]
    fn a_link_depends_on_round_seat_and_occupant_and_on_the_key() {
        let link = |key: &Key, r, s, v| key.answer_token(RoundId(r), SeatId(s), v).reveal().to_owned();
        let base = link(&key(), 1, 2, 3);
        assert_eq!(base.len(), 27);
        assert_eq!(base, link(&key(), 1, 2, 3));
        for other in [
            link(&key(), 2, 2, 3),
            link(&key(), 1, 3, 3),
            link(&key(), 1, 2, 4),
            link(&Key::new([8; 32]), 1, 2, 3),
        ] {
            assert_ne!(base, other);
        }
    }

    #[test]
    fn secrets_never_print() {
        let token = key().answer_token(RoundId(1), SeatId(2), 3);
        let shown = format!("{:?} {:?}", key(), token);
        assert_eq!(shown, "Key(secret) Token(secret)");
    }

    #[test]
    fn a_key_survives_its_file_and_nothing_else_is_a_key() {
        let read = Key::from_hex(&format!("{}\n", key().to_hex())).expect("its own text");
        assert_eq!(read.fingerprint(), key().fingerprint());
        assert!(Key::from_hex("abc").is_none());
        assert!(Key::from_hex(&"z".repeat(64)).is_none());
    }

    #[test]
    fn a_pseudonym_tells_people_apart_and_rotates_with_its_generation() {
        let pseudonym = |generation, seat| key().pseudonym(AgreementId(1), generation, SeatId(seat), 1);
        assert_eq!(pseudonym(0, 5), pseudonym(0, 5));
        assert_ne!(pseudonym(0, 5), pseudonym(0, 6));
        assert_ne!(pseudonym(0, 5), pseudonym(1, 5));
        let imported = |partner: &str, respondent: &str| {
            key().imported_pseudonym(AgreementId(1), 0, partner, respondent)
        };
        assert_ne!(imported("ab", "c"), imported("a", "bc"));
    }
}
