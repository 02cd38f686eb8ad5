//! Who is believed.

use super::*;

#[test]
fn an_unknown_key_and_none() {
    let world = World::new();
    let other = renew::make(&world.at("other.key")).unwrap();
    let snapshot = world.archive(3, made_up::PRATO, "30/09/2026");
    let published = world.publish_as(&snapshot, Some(&other.secret), None);
    assert!(matches!(world.refused(|_| {}), RenewError::UnknownKey));
    assert!(matches!(
        world.refused(|desk| desk.keys.clear()),
        RenewError::NoKeys
    ));
    // Its public key beside it on the stick makes it no more believed.
    fs::copy(&other.public, world.stick().join("region.pub")).unwrap();
    assert!(matches!(world.refused(|_| {}), RenewError::UnknownKey));
    fs::remove_file(world.stick().join(published.manifest.name().signature())).unwrap();
    assert!(matches!(world.refused(|_| {}), RenewError::NoSignature));
}

#[test]
fn two_keys_are_trusted_at_once_and_no_third() {
    let world = World::new();
    let other = renew::make(&world.at("other.key")).unwrap();
    let snapshot = world.archive(3, made_up::PRATO, "30/09/2026");
    world.publish_as(&snapshot, Some(&other.secret), None);
    let both = [world.key.key.clone(), other.public.display().to_string()];
    world
        .take_as(|desk| desk.keys = both.to_vec(), &world.stick())
        .unwrap();
    let three = [both[0].clone(), both[1].clone(), both[0].clone()];
    assert!(matches!(
        world.refused(|desk| desk.keys = three.to_vec()),
        RenewError::ManyKeys
    ));
    let bad = ["RWnonsense".to_owned()];
    assert!(matches!(
        world.refused(|desk| desk.keys = bad.to_vec()),
        RenewError::NoKey(_)
    ));
}

#[test]
fn a_key_is_changed_by_a_trusted_one_alone() {
    let world = World::new();
    let new = renew::make(&world.at("new.key")).unwrap();
    let thief = renew::make(&world.at("thief.key")).unwrap();
    let snapshot = |rows| world.archive(rows, made_up::PRATO, "30/09/2026");
    // Who is not trusted announces a key, then signs with it.
    world.publish_as(&snapshot(3), Some(&thief.secret), Some(&thief.key));
    assert!(matches!(world.refused(|_| {}), RenewError::UnknownKey));
    world.publish_as(&snapshot(4), Some(&thief.secret), None);
    assert!(matches!(world.refused(|_| {}), RenewError::UnknownKey));
    // Also where a person lets the first one in.
    let taken = world
        .take_as(|desk| desk.unsigned = true, &world.stick())
        .unwrap();
    assert_eq!((taken.key, taken.announced), (None, None));
    world.publish_as(&snapshot(5), Some(&thief.secret), Some(&thief.key));
    world
        .take_as(|desk| desk.unsigned = true, &world.stick())
        .unwrap();
    world.publish_as(&snapshot(6), Some(&thief.secret), None);
    assert!(matches!(world.refused(|_| {}), RenewError::UnknownKey));
    // Who is trusted announces one: both are good from then on.
    world.publish_as(&snapshot(7), Some(&world.key.secret), Some(&new.key));
    let taken = world.take().unwrap();
    assert_eq!(taken.announced.as_ref(), Some(&new.key));
    world.publish_as(&snapshot(8), Some(&new.secret), None);
    assert_eq!(world.take().unwrap().key.as_ref(), Some(&new.key));
    world.publish_as(&snapshot(9), Some(&world.key.secret), None);
    assert_eq!(world.take().unwrap().key.as_ref(), Some(&world.key.key));
    assert_eq!(world.opened(), (9, false));
}

#[test]
fn what_nobody_signed_is_taken_by_a_word_and_locks_nobody_out() {
    let world = World::new();
    let snapshot = world.archive(3, made_up::PRATO, "30/09/2026");
    let folder = world.stick();
    let far = Publishing {
        folder: &folder,
        snapshot: &snapshot,
        key: None,
        serial: Some(900_000_000),
        next: None,
    };
    renew::publish(&far).unwrap();
    assert!(matches!(world.refused(|_| {}), RenewError::NoSignature));
    world.take_as(|desk| desk.unsigned = true, &folder).unwrap();
    assert_eq!(world.opened(), (3, true));
    // Its number binds nobody: the region's first package comes after it.
    fs::remove_dir_all(&folder).unwrap();
    world.publish(4);
    world.take().unwrap();
    assert_eq!(world.opened(), (4, false));
    // The word lets no forged one in.
    let published = world.publish(5);
    let manifest = folder.join(published.manifest.name().manifest());
    let text = fs::read_to_string(&manifest)
        .unwrap()
        .replace("Toscana", "Toscanà");
    fs::write(&manifest, text).unwrap();
    assert!(matches!(
        world.refused(|desk| desk.unsigned = true),
        RenewError::Forged
    ));
}

#[test]
fn keys_are_made_once_and_for_their_owner() {
    let world = World::new();
    let secret = fs::read(&world.key.secret).unwrap();
    assert!(renew::make(&world.key.secret).is_err());
    assert_eq!(fs::read(&world.key.secret).unwrap(), secret);
    // Also where only the public half is there.
    fs::remove_file(&world.key.secret).unwrap();
    assert!(renew::make(&world.key.secret).is_err() && !world.key.secret.exists());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let made = renew::make(&world.at("b.key")).unwrap();
        assert_eq!(
            fs::metadata(&made.secret).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
    let print = renew::fingerprint(&world.key.key);
    assert_eq!(print.split(' ').count(), 8);
}
